import { describe, expect, it } from '@jest/globals';
import { toFailure, toSendResult } from '../../../src/channels/discord/discord-errors.ts';

const named = (fields: object): Error => Object.assign(new Error('texts are never read'), fields);

describe('what a failed request to Discord means', () => {
  it.each([
    ['a limit that is used up', { timeToReset: 7_000, retryAfter: 6_000 }, { kind: 'limited', afterMs: 7_000 }, 'retry_later'],
    ['429', { status: 429 }, { kind: 'limited', afterMs: 1_000 }, 'retry_later'],
    ['a refused token', { status: 401, code: 0 }, { kind: 'unauthorized' }, 'retry_later'],
    ['closed direct messages', { status: 403, code: 50_007 }, { kind: 'forbidden', code: 50_007 }, 'undeliverable'],
    ['a missing permission', { status: 403, code: 50_013 }, { kind: 'forbidden', code: 50_013 }, 'undeliverable'],
    ['a channel that is gone', { status: 404, code: 10_003 }, { kind: 'missing', code: 10_003 }, 'undeliverable'],
    ['a body that is wrong', { status: 400, code: 50_035 }, { kind: 'refused', status: 400, code: 50_035 }, 'undeliverable'],
    ['Discord in trouble', { status: 503 }, { kind: 'uncertain', because: 'Discord answered 503' }, 'unknown'],
    ['no answer', { name: 'AbortError' }, { kind: 'uncertain', because: 'Discord did not answer' }, 'unknown'],
    ['a connection that broke', { code: 'ECONNRESET' }, { kind: 'uncertain', because: 'Discord did not answer' }, 'unknown'],
    ['no connection', { code: 'ECONNREFUSED' }, { kind: 'unreachable' }, 'retry_later'],
    ['no connection, as fetch says it', { cause: { code: 'ENOTFOUND' } }, { kind: 'unreachable' }, 'retry_later'],
  ])('%s', (_, fields, expected, result) => {
    const failure = toFailure(named(fields));
    expect(failure).toEqual(expected);
    expect(toSendResult(failure).kind).toBe(result);
  });

  it('takes what it does not know for a post that may have gone out', () => {
    expect(toSendResult(toFailure('?')).kind).toBe('unknown');
  });
});
