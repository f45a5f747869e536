import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHIPPED_FOLDER } from '../../src/config.ts';
import { shippedSettingsDocument } from '../../src/config/shipped-settings-document.ts';

const DOCUMENT = fileURLToPath(new URL('../../docs/configuration.md', import.meta.url));

describe('docs/configuration.md', () => {
  it('is what `npm run docs` writes', () => {
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(shippedSettingsDocument(SHIPPED_FOLDER));
  });

  it('says what every setting means', () => {
    const unexplained = shippedSettingsDocument(SHIPPED_FOLDER)
      .split('\n')
      .filter((line) => /^\| `.*\|\s*\|$/.test(line));
    expect(unexplained).toEqual([]);
  });
});
