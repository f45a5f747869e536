import { describe, expect, it } from '@jest/globals';
import { toSlackOutcome, type FailedReply } from '../../../src/channels/slack/slack-errors.ts';

const refused = (error: string): FailedReply => ({ kind: 'refused', error });

describe('a failed request to Slack', () => {
  it.each<[string, FailedReply, string, boolean]>([
    ['a limit', { kind: 'limited', afterMs: 30_000 }, 'retry_later', false],
    ['no connection', { kind: 'not_sent' }, 'retry_later', true],
    ['a lost answer', { kind: 'lost', because: 'timeout' }, 'unknown', false],
    ['a revoked token', refused('token_revoked'), 'retry_later', true],
    ['a missing scope', { kind: 'refused', error: 'missing_scope', needed: 'chat:write' }, 'retry_later', true],
    ['maintenance', refused('service_unavailable'), 'retry_later', false],
    ['an error in the middle of it', refused('fatal_error'), 'unknown', false],
    ['a channel that is gone', refused('channel_not_found'), 'undeliverable', false],
    ['an archived channel', refused('is_archived'), 'undeliverable', false],
    ['a text that is too long', refused('msg_too_long'), 'undeliverable', false],
    ['a word that is new to us', refused('something_new'), 'undeliverable', false],
  ])('is told by its code: %s', (_, reply, kind, isProblem) => {
    const { result, problem } = toSlackOutcome(reply);
    expect(result.kind).toBe(kind);
    expect(problem !== undefined).toBe(isProblem);
  });

  it('waits exactly as long as Slack says', () => {
    expect(toSlackOutcome({ kind: 'limited', afterMs: 30_000 }).result).toMatchObject({ afterMs: 30_000 });
  });

  it('names the scope that is missing', () => {
    expect(toSlackOutcome({ kind: 'refused', error: 'missing_scope', needed: 'chat:write' }).problem).toContain('chat:write');
  });
});
