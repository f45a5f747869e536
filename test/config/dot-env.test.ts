import { describe, expect, it } from '@jest/globals';
import { readDotEnv } from '../../src/config/dot-env.ts';

const mistakes = (text: string): readonly string[] =>
  readDotEnv(text).mistakes.map(({ line, name, text: said }) => `${line} ${name} ${said}`);

describe('.env', () => {
  it.each([
    ['a byte order mark', '\uFEFFIMAP_HOST=mail.example.com\n', 'mail.example.com'],
    ['Windows line ends', 'PORT=1\r\nIMAP_HOST=mail.example.com\r\n', 'mail.example.com'],
    ['export', 'export IMAP_HOST=mail.example.com', 'mail.example.com'],
    ['a comment behind it', 'IMAP_HOST=mail.example.com # ours', 'mail.example.com'],
    ['single quotes and a #', "IMAP_HOST='pa#ss'", 'pa#ss'],
    ['double quotes and a single one', 'IMAP_HOST="it\'s"', "it's"],
    ['spaces around it', '  IMAP_HOST = mail.example.com ', 'mail.example.com'],
    ['a value of several lines before it', 'KEY="-----BEGIN\nabc=\n-----END"\nIMAP_HOST=mail.example.com', 'mail.example.com'],
    ['nothing', 'IMAP_HOST=', ''],
  ])('is read with %s', (_what, text, value) => {
    const { values, mistakes: found } = readDotEnv(text);
    expect(values['IMAP_HOST']).toBe(value);
    expect(found).toEqual([]);
  });

  it.each([
    ['a password that is cut', '# ours\nIMAP_PASSWORD=pa#ss', /^2 IMAP_PASSWORD a # ends the value here/],
    ['a quote that is not closed', 'IMAP_PASSWORD="abc\nPORT=1', /^1 IMAP_PASSWORD the quote is not closed/],
    ['quotes of a word processor', 'IMAP_PASSWORD=“abc”', /^1 IMAP_PASSWORD typographic quotes/],
    ['a name that stands twice', 'PORT=1\n\nPORT=2', /^3 PORT stands on line 1 already/],
    ['a colon instead of =', 'IMAP_HOST: mail.example.com', /^1 {2}not an assignment, expected NAME=value/],
    ['another encoding', Buffer.from('PORT=1\n', 'utf16le').toString('utf8'), /^1 {2}not readable as text, expected .*UTF-8/],
  ])('names with its line what would silently mean something else: %s', (_what, text, expected) => {
    expect(mistakes(text)).toEqual([expect.stringMatching(expected)]);
  });

  it('never repeats a value, which may be a secret', () => {
    expect(mistakes('IMAP_PASSWORD=hor#se\nIMAP_PASSWORD="horse').join()).not.toContain('hor');
  });
});
