import { describe, expect, it } from '@jest/globals';
import { plain, says, wasSeen } from '../../../examples/world/words.ts';
import type { Story } from '../../../src/tools/story.ts';

const story: Story = {
  said: ['I don’t need it', 'It’s for Zoë, born 2015‑04‑12'],
  calls: [
    { tool: 'a', status: 'ok', output: { variants: { '4711': { color: 'Red' } }, list: ['FL1'] } },
    { tool: 'b', status: 'failed', output: 'FL2' },
    { tool: 'c', status: 'ok' },
  ],
};

describe('what was said', () => {
  it('is compared in plain signs', () => {
    expect(plain('Don’t — “2015‑04‑12”')).toBe("don't - “2015-04-12”");
    expect(says(story, /don't need/)).toBe(true);
  });
});

describe('what was seen', () => {
  it.each([
    ['in the words of the customer', '2015-04-12', true],
    ['as a value of a result', 'red', true],
    ['in a list of a result', 'FL1', true],
    ['as the key of a result', '4711', true],
    ['in a call that failed', 'FL2', false],
    ['nowhere', 'FL3', false],
  ])('%s: %s', (_where, text, seen) => {
    expect(wasSeen(story, text)).toBe(seen);
  });
});
