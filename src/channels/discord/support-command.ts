import { QUESTION_OPTION, SUPPORT_COMMAND } from './from-interaction.ts';

const CHAT_INPUT = 1;
const STRING = 3;
const LONGEST_QUESTION = 2_000;

/** `/support`, as it is registered with Discord. */
export const SUPPORT_COMMAND_BODY = {
  name: SUPPORT_COMMAND,
  type: CHAT_INPUT,
  description: 'Ask our support; only you see the answer',
  options: [
    { type: STRING, name: QUESTION_OPTION, description: 'What can we help you with?', required: true, max_length: LONGEST_QUESTION },
  ],
} as const;
