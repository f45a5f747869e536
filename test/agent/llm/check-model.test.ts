import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkModel } from '../../../src/agent/llm/check-model.ts';
import { CLAUDE_KEY, startStrictClaude, type StrictClaude } from '../../support/claude/strict-claude.ts';

let claude: StrictClaude;
beforeAll(async () => {
  claude = await startStrictClaude(() => ({ kind: 'silent' }));
});
afterAll(() => claude.close());

describe('the check of key and model', () => {
  it('finds nothing to say about a model that is there', async () => {
    expect(await checkModel({ apiKey: CLAUDE_KEY, baseUrl: claude.url }, 'claude-haiku-5-5')).toBeUndefined();
  });

  it.each([
    ['a wrong key', 'sk-other', 'claude-haiku-5-5', undefined, 'ANTHROPIC_API_KEY'],
    ['a model that does not exist', CLAUDE_KEY, 'haiku', undefined, 'Choose another one than "haiku" in models.yaml.'],
    ['a server that is not there', CLAUDE_KEY, 'claude-haiku-5-5', 'http://127.0.0.1:1', 'ANTHROPIC_BASE_URL'],
  ])('says what to do about %s', async (_, apiKey, name, baseUrl, advice) => {
    const problem = await checkModel({ apiKey, baseUrl: baseUrl ?? claude.url }, name);
    expect(problem?.advice).toContain(advice);
  });
});
