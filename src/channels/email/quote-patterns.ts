import { PATTERN_LINE_LIMIT } from './body-line.ts';

/*
 * How mail programs introduce what they quote. Every pattern is tried on one short line, or on a few short lines
 * joined, so that the time stays linear in the size of the mail.
 */

/** A date with a year, or a time of day, in the notations that mail programs use. */
const DATE_OR_TIME =
  /\d{1,4}[./-](?:\d{1,2}|\p{L}{3,9}\.?)[./-]\d{1,4}|\d{1,2}\.? (?:de |tháng )?[\p{L}\d]{1,12}\.?,?(?: de)? \d{4}|\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}[:.h]\d{2}|\d年/iu;

const VERBS =
  'wrote|writes|schrieb|schreef|geschreven|a écrit|escribió|escribio|escreveu|ha scritto|scrisse|skrev|kirjoitti|napisał\\(a\\)|napisał|napisała|' +
  'napsal\\(a\\)|napsal|napsala|написал\\(а\\)|написал|написала|пишет|писал|пише|написав|đã viết|yazdı|şunu yazdı|írta|ezt írta|a scris|έγραψε|написа|' +
  'va escriure|je napisao|je napisala|je napísal|napísal|parašė|rakstīja|写道|寫道|のメール|書きました|작성|כתב|كتب';
const ENDS_WITH_VERB = new RegExp(`(?:^|[\\s"'>)\\]])(?:${VERBS})\\s*[:：]?\\s*[-_*]{0,12}$`, 'iu');
const HAS_VERB = new RegExp(`(?:^|[\\s"'>)\\]])(?:${VERBS})(?=\\s)`, 'iu');
const ADDRESS = /[^\s<>()"']+@[^\s<>()"']+/u;
const ENDS_WITH_ADDRESS = /[<([][^<>()[\]]{0,200}@[^<>()[\]]{1,200}[>)\]]?\s*>?$/u;
const SENT_BY = /<[^<>]+@[^<>]+>\s+sent:$/iu;
const BETWEEN_DASHES = new RegExp(`^[-_]{2,}\\s*\\S.*\\s(?:${VERBS})\\s*:?\\s*[-_]{2,}$`, 'iu');

/** True when the line could begin an attribution: it has its date early, as all of them do. */
export function mayStartAttribution(line: string): boolean {
  return line.length <= PATTERN_LINE_LIMIT && DATE_OR_TIME.test(line.slice(0, 100));
}

/** `On 3 May 2026 at 10:12, Ann <ann@…> wrote:` and its relatives; `beforeQuote` is true when marked quotes follow. */
export function isAttribution(joined: string, beforeQuote: boolean): boolean {
  if (joined.length > PATTERN_LINE_LIMIT) return false;
  const line = joined.replace(/\s+/g, ' ').trim();
  if (BETWEEN_DASHES.test(line)) return true;
  const endsWithVerb = ENDS_WITH_VERB.test(line);
  if (endsWithVerb && /[:：]$/u.test(line) && (beforeQuote || ADDRESS.test(line))) return true;
  if (!DATE_OR_TIME.test(line.slice(0, 100))) return false;
  if (SENT_BY.test(line)) return true;
  if (endsWithVerb) return /[:：\-_]$/u.test(line) || ADDRESS.test(line);
  if (/[:：]$/u.test(line)) {
    const body = line.slice(0, -1).trim();
    return ENDS_WITH_ADDRESS.test(body) || (HAS_VERB.test(line) && (ADDRESS.test(line) || beforeQuote));
  }
  return beforeQuote && ENDS_WITH_ADDRESS.test(line);
}

const INLINE = /^On (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,|\d{1,2}[ ./-]).{5,250}\bwrote:$/u;

/** Where in the line an attribution begins that shares the line with the last words of the reply, or -1. */
export function inlineAttributionAt(line: string): number {
  if (line.length > PATTERN_LINE_LIMIT || !line.endsWith('wrote:')) return -1;
  const at = line.lastIndexOf('On ');
  return at > 0 && INLINE.test(line.slice(at)) ? at : -1;
}

const dashed = (phrases: string): RegExp => new RegExp(`^[\\s*_>]*[-_–—=]{2,}\\s*(?:${phrases})\\s*:?\\s*[-_–—=]{2,}`, 'iu');
const ORIGINAL_MESSAGE = dashed(
  'original message|reply message|original appointment|ursprüngliche nachricht|antwort nachricht|originalnachricht|oprindelig meddelelse|oprindelig besked|' +
    "message d['’]origine|message original|message initial|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|origineel bericht|" +
    'ursprungligt meddelande|originalmeddelande|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|' +
    'исходное сообщение|оригинальное сообщение|özgün ileti|orijinal mesaj|eredeti üzenet|mesaj original|原始邮件|原始郵件|元のメッセージ|원본 메시지',
);
const FORWARDED_MESSAGE = dashed(
  'forwarded message|forwarded by .{1,200}|weitergeleitete nachricht|message transféré|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|' +
    'doorgestuurd bericht|vidarebefordrat meddelande|videresendt melding|videresendt besked|videresendt meddelelse|välitetty viesti|' +
    'przekazana wiadomość|пересылаемое сообщение|přeposlaná zpráva|továbbított üzenet|转发的邮件|轉寄郵件|転送メッセージ',
);
const FORWARD_BEGINS =
  /^\s*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:reencaminhada|encaminhada)|begin doorgestuurd bericht)\s*:/iu;
const ABOVE_THIS_LINE =
  /(?:(?:type|write|enter) your reply|reply|respond|antworten sie|répondez|responda)\b.{0,40}\b(?:above|oberhalb|au-dessus|por encima)\b.{0,20}\b(?:line|zeile|ligne|línea)/iu;

/** A line that divides the reply from what follows. */
export function separatorKind(line: string): 'original' | 'forward' | 'above' | undefined {
  if (line.length > PATTERN_LINE_LIMIT) return undefined;
  if (ORIGINAL_MESSAGE.test(line)) return 'original';
  if (FORWARDED_MESSAGE.test(line) || FORWARD_BEGINS.test(line)) return 'forward';
  return /^[\s#*=_-]*[-#=_]{2}/u.test(line) && ABOVE_THIS_LINE.test(line) ? 'above' : undefined;
}

/** Nothing but a rule of dashes, underscores or equals signs, as Outlook draws above what it quotes. */
export const isRule = (line: string): boolean => /^\s*[-_=–—]{2,}\s*$/u.test(line.slice(0, 200));

type HeaderKind = 'from' | 'date' | 'to' | 'subject' | 'other';
const LABELS: readonly (readonly [HeaderKind, string])[] = [
  [
    'from',
    'from|von|de|da|van|från|fra|od|от|от кого|από|lähettäjä|kimden|gönderen|feladó|expéditeur|remitente|mittente|afzender|avsender|afsender|发件人|寄件者|差出人|보낸 사람',
  ],
  [
    'date',
    'sent|date|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviado em|enviada em|data|fecha|inviato|verzonden|skickat|sendt|dato|wysłano|data wysłania|дата|отправлено|lähetetty|päivämäärä|tarih|gönderildi|odesláno|küldve|dátum|发送时间|日期|送信日時|보낸 날짜|message du',
  ],
  ['to', 'to|an|à|a|para|aan|till|til|do|кому|vastaanottaja|kime|komu|címzett|pour|per|收件人|收件者|宛先|받는 사람'],
  [
    'subject',
    'subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема|aihe|konu|předmět|predmet|tárgy|θέμα|主题|主旨|件名|제목',
  ],
  [
    'other',
    'cc|bcc|kopie|copie|copie à|kopia|kopi|копия|抄送|副本|reply-to|reply to|antwort an|importance|priority|wichtigkeit|attachments|anlagen',
  ],
];
const HEADER_KINDS = new Map<string, HeaderKind>(LABELS.flatMap(([kind, words]) => words.split('|').map((word) => [word, kind] as const)));
const HEADER_LINE = /^[\s>*_|]{0,12}([\p{L}][\p{L} -]{0,16}?)\s?\**\s?[:：]\s?\**(.*)$/u;
const INLINE_LABEL = /\s(?:date|sent|to|subject|objet|betreff)\s?:/iu;
/** Lines of one header block, continuation lines included. */
const BLOCK_LINES = 14;

/** The number of lines of the block of mail headers that begins here (`From: … Sent: … To: … Subject: …`), or 0. */
export function headerBlockLength(lineAt: (offset: number) => string | undefined): number {
  const kinds = new Set<HeaderKind>();
  let length = 0;
  let addressed = false;
  let continued = 0;
  for (let offset = 0; offset < BLOCK_LINES; offset += 1) {
    const line = lineAt(offset);
    if (line === undefined || line.length > PATTERN_LINE_LIMIT || (line.trim() === '' && offset > 0)) break;
    const match = HEADER_LINE.exec(line);
    const kind = match ? HEADER_KINDS.get((match[1] ?? '').trim().toLowerCase()) : undefined;
    if (kind === undefined) {
      if (offset === 0 || (continued += 1) > 3) break;
    } else {
      if (kinds.has(kind) && kind === 'from') break;
      kinds.add(kind);
      if (INLINE_LABEL.test(match?.[2] ?? '')) kinds.add('date');
      length = offset + 1;
    }
    addressed ||= ADDRESS.test(line);
  }
  const named = kinds.has('from') || kinds.has('to');
  const sure = addressed ? named && kinds.size >= 2 : kinds.size >= 3 && kinds.has('from') && (kinds.has('date') || kinds.has('subject'));
  return sure ? length : 0;
}

/** Cheap first look, so that ordinary lines cost one test. */
export const mayStartHeaderBlock = (line: string): boolean => line.length <= PATTERN_LINE_LIMIT && HEADER_LINE.test(line);
