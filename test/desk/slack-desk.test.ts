import { describeDesk } from '../support/desk/describe-desk.ts';
import { openSlackSide } from '../support/desk/slack-side.ts';

describeDesk('Slack', openSlackSide);
