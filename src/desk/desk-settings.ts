import { z } from 'zod';

/** Where tickets are posted for the people at the desk, besides the page and the terminal. */
export const deskSettings = z.strictObject({
  /** A channel that is connected; `none`: page and terminal only. */
  on: z.enum(['none', 'slack', 'discord']),
  /** Id of the Slack channel, or of the Discord forum or text channel. */
  channel: z.string(),
  /** In a ticket's thread everything is internal except what begins with this. */
  replyPrefix: z.string().min(1).max(20),
});
export type DeskSettings = z.infer<typeof deskSettings>;
