/** What a conversation brought so far, as far as a policy or a proof of identity may look at it. */
export interface Story {
  /** What the customer wrote, oldest first. */
  readonly said: readonly string[];
  /** The calls of this conversation, oldest first. */
  readonly calls: readonly PastCall[];
}

export interface PastCall {
  readonly tool: string;
  readonly status: 'ok' | 'refused' | 'failed' | 'unknown';
  /** Arguments and result, where they are still at hand: earlier turns keep only what came of a call. */
  readonly input?: unknown;
  readonly output?: unknown;
}

export const EMPTY_STORY: Story = { said: [], calls: [] };
