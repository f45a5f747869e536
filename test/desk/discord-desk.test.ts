import { describeDesk } from '../support/desk/describe-desk.ts';
import { openDiscordSide } from '../support/desk/discord-side.ts';

describeDesk('a Discord forum', () => openDiscordSide('forum'));
