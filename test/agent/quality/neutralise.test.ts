import { describe, expect, it } from '@jest/globals';
import { neutralise } from '../../../src/agent/quality/neutralise.ts';

describe('neutralise', () => {
  it.each([
    ['a mention of everyone', 'hey @everyone and @here', 'hey everyone and here'],
    ['a mention hidden by a zero-width space', '@every\u200Bone', 'everyone'],
    ['a Slack broadcast', '<!channel> look <!here|here>', 'channel look here'],
    ['a Slack user', 'ask <@U123ABC>', 'ask '],
    ['a Slack link', 'see <https://a.example|this>', 'see [this](https://a.example)'],
    ['a Discord role', 'ask <@&99>', 'ask '],
    ['text that turns its direction', 'abc\u202Edcba', 'abcdcba'],
    ['a tag', '<b>bold</b>', 'bold'],
    ['a script', 'x<script>alert(1)</script>y', 'xy'],
    ['a script inside a script', '<scr<script></script>ipt>alert(1)</script>y', expect.not.stringMatching(/<script/i)],
    ['an unpaired surrogate', 'a\uD800b', 'ab'],
  ])('takes the power out of %s', (_, text, expected) => {
    expect(neutralise(text)).toEqual(expected);
  });

  it.each(['2 < 3 and 5 > 4', 'I <3 it', 'mail a@b.example', '👨‍👩‍👧 family', 'Zürich – 5–10 days\n- item'])(
    'leaves plain text as it is: %s',
    (text) => {
      expect(neutralise(text)).toBe(text);
    },
  );
});
