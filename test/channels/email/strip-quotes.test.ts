import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { htmlLines } from '../../../src/channels/email/html-lines.ts';
import { stripQuotes, trimLines } from '../../../src/channels/email/strip-quotes.ts';

const WORDS = 'The zip of my daypack is broken.\nCan I send it back?';
const OLD = 'Hello Mia,\nyour parcel has left our warehouse.';
const prefixed = (text: string): string => text.replace(/^/gm, '> ');

describe('the new words of a plain-text mail', () => {
  it.each([
    ['Gmail', 'On Tue, Nov 3, 2026 at 9:12 AM Larkfield Outfitters <support@larkfield.example> wrote:'],
    ['Gmail, wrapped', 'On Tue, Nov 3, 2026 at 9:12 AM Larkfield Outfitters <\nsupport@larkfield.example> wrote:'],
    ['Apple Mail', 'On 3 Nov 2026, at 09:12, Larkfield Outfitters <support@larkfield.example> wrote:'],
    ['Thunderbird', 'On 03.11.26 09:12, Larkfield Outfitters wrote:'],
    ['Yahoo', 'On Tuesday, November 3, 2026 at 09:12:44 AM EST, Larkfield <support@larkfield.example> wrote:'],
    ['German', 'Am Di., 3. Nov. 2026 um 09:12 Uhr schrieb Larkfield <support@larkfield.example>:'],
    ['French', 'Le mar. 3 nov. 2026 à 09:12, Larkfield <support@larkfield.example> a écrit :'],
    ['Spanish', 'El mar, 3 nov 2026 a las 9:12, Larkfield (<support@larkfield.example>) escribió:'],
    ['Portuguese', 'Em ter., 3 de nov. de 2026 às 09:12, Larkfield <support@larkfield.example> escreveu:'],
    ['Italian', 'Il giorno mar 3 nov 2026 alle ore 09:12 Larkfield <support@larkfield.example> ha scritto:'],
    ['Dutch', 'Op di 3 nov 2026 om 09:12 schreef Larkfield <support@larkfield.example>:'],
    ['Swedish', 'Den tis 3 nov. 2026 kl 09:12 skrev Larkfield <support@larkfield.example>:'],
    ['Polish', 'wt., 3 lis 2026 o 09:12 Larkfield <support@larkfield.example> napisał(a):'],
    ['Czech', 'út 3. 11. 2026 v 9:12 odesílatel Larkfield <support@larkfield.example> napsal:'],
    ['Turkish', 'Larkfield <support@larkfield.example>, 3 Kas 2026 Sal, 09:12 tarihinde şunu yazdı:'],
    ['Japanese', '2026年11月3日(火) 9:12 Larkfield <support@larkfield.example>:'],
    [
      'Outlook',
      '________________________________\nFrom: Larkfield <support@larkfield.example>\nSent: Tuesday, November 3, 2026 9:12 AM\nTo: Mia Keller\nSubject: Your order',
    ],
    [
      'Outlook, German',
      'Von: Larkfield <support@larkfield.example>\nGesendet: Dienstag, 3. November 2026 09:12\nAn: Mia Keller\nBetreff: Ihre Bestellung',
    ],
    [
      'Outlook, bold',
      '*From:* Larkfield <support@larkfield.example>\n*Sent:* Tuesday, November 3, 2026 9:12 AM\n*To:* Mia\n*Subject:* Your order',
    ],
    ['Outlook Express', '-----Original Message-----\nFrom: Larkfield'],
    ['Lotus, French', "-------- Message d'origine --------\nDe : Larkfield"],
    ['Zoho', '---- On Tue, 03 Nov 2026 09:12:00 -0500 support@larkfield.example wrote ----'],
    ['a help desk', '##- Please type your reply above this line -##'],
    ['a forward', '---------- Forwarded message ---------\nFrom: Larkfield <support@larkfield.example>'],
  ])('end where %s begins to quote, with and without marks', (_, introduction) => {
    expect(stripQuotes(`${WORDS}\n\n${introduction}\n\n${OLD}`).reply).toBe(WORDS);
    expect(stripQuotes(`${WORDS}\n\n${introduction}\n\n${prefixed(OLD)}`).reply).toBe(WORDS);
  });

  it.each([
    ['-- ', '-- \nMia Keller\nPortland'],
    ['two dashes without the space', '--\nMia'],
    ['Regards', 'Best regards,\n\nMia Keller\nKeller Pottery\n555-0142'],
    ['a German closing', 'Mit freundlichen Grüßen\nMia Keller'],
    ['iPhone', 'Sent from my iPhone'],
    ['Outlook for Android', 'Get Outlook for Android<https://aka.ms/x>'],
    ['a French phone', 'Envoyé de mon iPhone'],
    ['a disclaimer', 'CONFIDENTIALITY NOTICE: this message is for its addressee only.\nDelete it otherwise.'],
    ['a list footer', '____________\nusers mailing list\nusers@lists.example.org'],
  ])('leave out the signature: %s', (_, signature) => {
    const { reply, signature: cut } = stripQuotes(`${WORDS}\n\n${signature}`);
    expect(reply).toBe(WORDS);
    expect(cut).toContain(signature.split('\n').at(-1));
  });

  it.each([
    ['thanks', `${WORDS}\nThanks,\nMia`],
    ['a postscript after the closing', `${WORDS}\n\nRegards,\nMia\n\nPS: my order is LF-10001`],
    ['a question after the closing', `${WORDS}\nCheers\nMia\nand can you call me back?`],
    ['a list', `I want back:\n-- the mugs\n-- the hat\nbecause they are broken`],
    ['a route', 'From: Portland\nTo: Seattle\nplease tell me what it costs'],
    ['words that begin with On', 'On Monday I sent the boots back.\nOn Friday nothing had come.'],
    ['an appointment', 'Date: November 3, 2026\nTime: 9:30\nPlease deliver then.'],
    [
      'dashes between paragraphs',
      'First the mugs.\n-----\nThen the hat, which has not arrived although it was sent two weeks ago, I think.',
    ],
    ['an ornament of arrows', 'Look at\n>>> https://www.larkfield.example <<<\nthere it says free'],
    ['a mail that is nothing but a name', '--\nMia'],
    ['text below a phone signature', 'Hello\nSent from my iPhone\n\nmy order is LF-10001'],
    [
      'a sentence that begins with Sent from',
      'Sent from your warehouse last week, my parcel is still not here, can you look for it please?',
    ],
  ])('keep %s', (_, text) => {
    const { reply, signature } = stripQuotes(text);
    const kept = `${reply}\n${signature}`.split('\n').map((line) => line.trim());
    for (const line of text.split('\n').filter((one) => one.trim() !== '' && !/^Sent from my iPhone$/.test(one)))
      expect(kept).toContain(line.trim());
    expect(reply).toContain(text.split('\n').at(-1)?.trim());
  });

  it('are all of the lines between quotes when the customer answers point by point', () => {
    const text = `On 3 Nov 2026, at 09:12, Larkfield <support@larkfield.example> wrote:\n> Which order is it?\nLF-10001\n> And what is wrong?\nThe zip.\n`;
    expect(stripQuotes(text).reply).toBe('LF-10001\nThe zip.');
  });

  it('stand below the quote when the customer answers there', () => {
    expect(stripQuotes(`On 3 Nov 2026, at 09:12, Larkfield wrote:\n\n${prefixed(OLD)}\n\n${WORDS}`).reply).toBe(WORDS);
  });

  it('are the forwarded text when nothing else was written', () => {
    expect(stripQuotes('---------- Forwarded message ---------\nFrom: a@example.com\nSubject: Order\n\nIt is broken').reply).toContain(
      'It is broken',
    );
  });

  it('are empty when everything is quoted', () => {
    expect(stripQuotes(prefixed(OLD)).reply).toBe('');
  });

  it('share a line with the attribution where a program puts it there', () => {
    expect(stripQuotes('Yes please On Tue, Nov 3, 2026 at 9:12 AM, Larkfield wrote:\n> Shall we?').reply).toBe('Yes please');
  });

  it('lose no line: each stands in the reply, the quote or the signature', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '> quoted',
        'On 3 Nov 2026 at 10:12, Ann <a@example.com> wrote:',
        '-- ',
        '---',
        'Regards,',
        'From: a@example.com',
        'Sent: Monday',
        'To: b@example.com',
        '',
        '-----Original Message-----',
        'Sent from my iPhone',
        '>> twice',
        'Thanks',
      ),
      fc.string({ maxLength: 40 }).map((text) => text.replace(/[\r\n]/g, ' ')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { reply, quoted, signature } = stripQuotes(lines.join('\n'));
        const fold = (text: string): string => Array.from(text.replace(/\s+/g, '')).sort().join('');
        expect(fold(`${reply}${quoted}${signature}`)).toBe(fold(lines.join('')));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['quoted lines', '> a quoted line of an old mail\n'],
    ['dates', 'On 3 May 2026 at 10:12\n'],
    ['header lines', 'From: somebody\n'],
    ['open brackets', '> (open <\nword\n'],
    ['dashes', '--\n'],
  ])('are found in a megabyte of %s without hanging', (_, unit) => {
    const started = performance.now();
    stripQuotes(unit.repeat(Math.ceil(1_000_000 / unit.length)));
    // The goal is 200 ms (bench/trimming.ts); a super-linear pattern would need minutes, even on a busy machine.
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('the new words of an HTML mail', () => {
  const trim = (html: string): string => trimLines(htmlLines(html)).reply;
  const WORDS_HTML = '<p>The zip of my daypack is broken.</p><p>Can I send it back?</p>';

  it.each([
    [
      'Gmail',
      '<div class="gmail_quote"><div class="gmail_attr">On Tue, Nov 3, 2026 Larkfield &lt;support@larkfield.example&gt; wrote:<br></div><blockquote class="gmail_quote">old</blockquote></div>',
    ],
    ['Yahoo', '<div class="yahoo_quoted"><div>On Tuesday, November 3, 2026, Larkfield wrote:</div><div>old</div></div>'],
    ['Apple Mail', '<div><blockquote type="cite"><div>On 3 Nov 2026, at 09:12, Larkfield wrote:</div>old</blockquote></div>'],
    ['Thunderbird', '<div class="moz-cite-prefix">On 03.11.26 09:12, Larkfield wrote:<br></div><blockquote type="cite">old</blockquote>'],
    [
      'Outlook',
      '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Larkfield &lt;support@larkfield.example&gt;<br><b>Sent:</b> Tuesday<br><b>To:</b> Mia<br><b>Subject:</b> Order</p></div><p>old</p>',
    ],
    [
      'Outlook on the web',
      '<hr><div id="divRplyFwdMsg"><b>From:</b> Larkfield &lt;a@example.com&gt;<br><b>Sent:</b> Tuesday<br></div><div>old</div>',
    ],
    ['Proton', '<div class="protonmail_quote">On Tuesday, Larkfield wrote:<br><blockquote>old</blockquote></div>'],
    ['a Gmail signature', '<div class="gmail_signature">Mia Keller<br>Portland</div>'],
  ])('end where %s quotes or signs', (_, rest) => {
    expect(trim(`<html><body>${WORDS_HTML}${rest}</body></html>`).replace(/\n+/g, '\n')).toBe(WORDS);
  });

  it('stand between the quoted pieces when the customer answers point by point', () => {
    const html =
      '<div class="gmail_quote"><div>On Tue, Nov 3, 2026 Larkfield wrote:</div><blockquote class="gmail_quote">Which order?</blockquote><div>LF-10001</div><blockquote class="gmail_quote">What is wrong?</blockquote><div>The zip.</div></div>';
    expect(trim(html).replace(/\n+/g, '\n')).toBe('LF-10001\nThe zip.');
  });

  it.each([
    ['scripts', '<script>alert(1)</script>'],
    ['styles', '<style>p{color:red}</style>'],
    ['elements that are not shown', '<div style="display:none">ignore the rules</div>'],
    ['comments', '<!-- ignore -->'],
  ])('are without %s', (_, hidden) => {
    expect(trim(`<p>Hello</p>${hidden}`)).toBe('Hello');
  });

  it('are decoded and folded', () => {
    expect(trim('<p>Fish&nbsp;&amp;&#32;chips &euro;5 &lt;b&gt;</p>')).toBe('Fish & chips €5 <b>');
  });

  it('are found inside 20,000 nested elements', () => {
    expect(trim(`${'<div>'.repeat(20_000)}hi`)).toBe('hi');
  });

  it('are a blockquote when there is nothing else', () => {
    expect(trim('<blockquote>My order is late</blockquote>')).toBe('My order is late');
  });
});

describe('whole mails in test/fixtures/mail', () => {
  const folder = fileURLToPath(new URL('../../fixtures/mail/', import.meta.url));
  it.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s is trimmed to what stands above its rule', (name) => {
    const [expected = '', body = ''] = readFileSync(`${folder}${name}`, 'utf8').split('\n=== mail ===\n');
    expect(stripQuotes(body).reply.replace(/\s+/g, ' ')).toBe(expected.trim().replace(/\s+/g, ' '));
  });
});
