import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { safeName, storeAttachments } from '../../../src/channels/email/attachment-store.ts';
import { MAIL_LIMITS } from '../../../src/channels/email/mail-limits.ts';
import { parseBounded } from '../../../src/channels/email/parse-bounded.ts';
import { parseMail } from '../../../src/channels/email/parse-mail.ts';
import { mailOf } from './email-builders.ts';

const parse = (raw: string) => parseMail(Buffer.from(raw));

describe('a mail taken apart', () => {
  it.each([
    ['one address', 'From: Mia <mia@example.com>', ['mia@example.com']],
    ['a name that shows another address', 'From: "ceo@larkfield.example" <eve@evil.example>', ['eve@evil.example']],
    ['two addresses in one header', 'From: Mia <mia@example.com>, Eve <eve@evil.example>', ['mia@example.com', 'eve@evil.example']],
    ['two headers', 'From: Mia <mia@example.com>\r\nFrom: Eve <eve@evil.example>', ['mia@example.com', 'eve@evil.example']],
    ['no address', 'From: somebody', []],
    ['capitals', 'From: MIA@Example.COM', ['mia@example.com']],
  ])('sees every sender of %s', async (_, header, expected) => {
    const raw = mailOf().replace(/^From: .*\r\n/, `${header}\r\n`);
    expect((await parse(raw)).from.map(({ address }) => address).sort()).toEqual(expected.toSorted());
  });

  it('keeps an answer that stands below a flowed quote', async () => {
    const raw = mailOf({ text: '> How are \n> you? \nFine, \nthank you' }).replace('text/plain;', 'text/plain; format=flowed;');
    expect((await parse(raw)).body.reply).toBe('Fine, thank you');
  });

  it('prefers the text, and takes the HTML when the text says nothing', async () => {
    const both = (text: string): string =>
      [
        'From: a@example.com',
        'MIME-Version: 1.0',
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        text,
        '--b',
        'Content-Type: text/html',
        '',
        '<p>from HTML</p>',
        '--b--',
        '',
      ].join('\r\n');
    expect((await parse(both('from text'))).body.reply).toBe('from text');
    expect((await parse(both('  '))).body.reply).toBe('from HTML');
  });

  it('has the same body hash for a copy and another one for another body', async () => {
    const [first, copy, other] = await Promise.all([
      parse(mailOf({ id: 'x' })),
      parse(mailOf({ id: 'x', headers: ['X-Way: other'] })),
      parse(mailOf({ id: 'x', text: 'other' })),
    ]);
    expect(copy.bodyHash).toBe(first.bodyHash);
    expect(other.bodyHash).not.toBe(first.bodyHash);
  });

  it('is refused beyond the depth limit and beyond the size limit', async () => {
    const nested = Array.from(
      { length: MAIL_LIMITS.depth + 5 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    ).join('');
    await expect(parse(`From: a@example.com\r\n${nested}`)).rejects.toThrow(/depth/i);
    await expect(parseMail(new Uint8Array(MAIL_LIMITS.messageBytes + 1))).rejects.toThrow(/larger than 25 MB/);
  });

  it('keeps a hundred parts and counts the rest', async () => {
    const part = '--b\r\nContent-Type: text/csv; name=a.csv\r\nContent-Disposition: attachment\r\n\r\na\r\n';
    const mail = await parse(`From: a@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${part.repeat(130)}--b--\r\n`);
    expect([mail.parts.length, mail.partsLeftOut]).toEqual([100, 30]);
  });

  it.each([
    ['nothing', ''],
    ['bytes', '\u0000\u0001\u0002ÿþ'],
    ['one line', 'hello'],
    ['headers alone', 'From: a@example.com\r\nSubject: x'],
    ['a lone boundary', 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b'],
    ['a broken charset', 'Content-Type: text/plain; charset=nonsense\r\n\r\nhello'],
    ['broken base64', 'Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n@@@@'],
  ])('made of %s is no reason to fail', async (_, raw) => {
    await expect(parse(raw)).resolves.toBeDefined();
  });

  it('reads the same in the worker thread as here', async () => {
    const raw = Buffer.from(mailOf({ id: 'w', text: 'A line of words.\n'.repeat(20_000) }));
    const [there, here] = await Promise.all([parseBounded(raw), parseMail(raw)]);
    expect(there).toEqual(here);
  });
});

describe('an attachment', () => {
  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Users\\mia\\bill.pdf', 'C__Users_mia_bill.pdf'],
    ['.htaccess', 'htaccess'],
    ['bill\u202efdp.exe', 'bill_fdp.exe'],
    ['a\u0000b\nc.txt', 'a_b_c.txt'],
    ['', 'attachment'],
    ['...', 'attachment'],
    ['日本語.pdf', '日本語.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(80)}.pdf`],
  ])('named %j is stored as %j', (name, expected) => {
    expect(safeName(name)).toBe(expected);
  });

  it('is stored once per content, below the data folder, within the limits', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deskhand-attachments-'));
    const part = (name: string, bytes: number) => ({ name, mediaType: 'text/plain', content: new Uint8Array(bytes).fill(65) });
    const stored = await storeAttachments(
      [part('a.txt', 3), part('a.txt', 3), part('big.bin', MAIL_LIMITS.partBytes + 1), part('run.exe', 3)],
      2,
      folder,
    );
    expect(stored.map(({ state }) => state)).toEqual(['stored', 'stored', 'too_large', 'refused', 'refused']);
    expect(stored[0]?.path).toBe(stored[1]?.path);
    expect(readFileSync(join(folder, 'attachments', stored[0]?.path ?? ''), 'utf8')).toBe('AAA');
    expect(stored.at(-1)?.name).toBe('2 more parts');
  });
});
