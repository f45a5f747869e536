import { sentencesOf } from '../../domain/text/sentences.ts';
import { stemsOf } from '../../domain/text/words.ts';
import { checkQuality } from '../check-quality.ts';
import type { Scene } from '../scene.ts';

export type WordsVerdict =
  | { readonly kind: 'fine'; readonly text: string }
  | { readonly kind: 'wrong'; readonly rule: string; readonly claim: string };

/** Rules about taste and form: what they change leaves the meaning as it was. */
const HARMLESS = new Set(['second_apology', 'talks_down', 'empty_sympathy', 'neutralised', 'repeats_last_reply']);

/**
 * Whether a model's words may be said. Harder than the check of written sentences: nothing is cut out and passed on, a
 * question counts as a statement, a friendly opening does not cover what follows it, and a link must stand in a source to
 * the letter. Pure but for the scene it reads.
 */
export function checkModelWords(text: string, citations: readonly string[], scene: Scene): WordsVerdict {
  const token = LEFT_OVER.exec(text)?.[0];
  if (token !== undefined) return { kind: 'wrong', rule: 'unknown_token', claim: token };
  const link = foreignAddress(text, scene);
  if (link !== undefined) return { kind: 'wrong', rule: 'link_not_in_sources', claim: link };
  const strict = checkQuality(asStatements(text), citations, scene);
  if (strict.kind === 'blocked') return { kind: 'wrong', rule: strict.rule, claim: strict.claim };
  const broken = strict.rules.find((rule) => !HARMLESS.has(rule));
  if (broken !== undefined) {
    const claim = strict.kind === 'mended' ? (strict.removed.find(({ rule }) => rule === broken)?.sentence ?? text) : text;
    return { kind: 'wrong', rule: broken, claim };
  }
  const loose = scattered(text, scene);
  if (loose !== undefined) return { kind: 'wrong', rule: 'not_in_one_source', claim: loose };
  const said = checkQuality(text, citations, scene);
  return said.kind === 'blocked' ? { kind: 'wrong', rule: said.rule, claim: said.claim } : { kind: 'fine', text: said.text };
}

/** A token that stands for nothing we sent, or for something that never comes back. */
const LEFT_OVER = /\[[A-Z][A-Z_]{2,24}(?:_\d{1,4})?\]/;

const OPENING =
  /^((?:\s*(?:[-*•]|\d{1,2}[.)])\s+)?)(?:(?:hi|hello|hey|(?:thanks|thank you)(?: for (?:asking|writing|waiting|reaching out|your (?:message|patience|question)))?\.?|yes|no|sure|certainly|of course|absolutely|great(?: news)?|good news|got it|okay|ok|alright|happy to help|glad to help|no problem|i (?:see|know|understand|found|checked|looked|can (?:see|confirm|tell you))(?: (?:and|that))?|let me (?:tell|assure) you(?: that)?|please note(?: that)?|note that|here(?:'s| is) (?:what|how)[^:]{0,40}:?)\b[\s,;:.!–—-]*)+/gim;

/** Openings become sentences of their own, and questions lose their mark, so that what they carry is held against the sources. */
export function asStatements(text: string): string {
  return text
    .replace(/[’‘]/g, "'")
    .replace(/([.!?])\s+/g, '$1\n')
    .replace(OPENING, '$1')
    .replace(/\?+/g, '.')
    .replace(/^\s*\p{Ll}/gmu, (letter) => letter.toUpperCase())
    .trim();
}

const URL = /\b(?:https?:\/\/|www\.|mailto:)[^\s<>()[\]"'`]+/gi;
const BARE_HOST = /(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.)+[a-z]{2,24}(?:\/[^\s)\]]*)?/gi;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/** Words that say nothing and may stand alone. */
const COURTESY =
  /^(?:thanks?(?: you)?(?: for (?:asking|writing|waiting|your (?:message|patience|question)))?|you(?:'re| are) welcome|hi|hello|hey|good news|happy to help|best regards|kind regards)[.!,]*$/i;

/** A sentence needs this share of its words in two neighbouring sentences of one source, or in what the tools returned. */
const IN_ONE_PLACE = 0.7;
/** Shorter ones, such as a bare code, must stand in a source to the letter. */
const SCRAP = 2;

/**
 * The first sentence whose words do not stand together anywhere. Words that are scattered over several articles can be put
 * together to say anything, so a sentence has to be close to one place.
 */
function scattered(text: string, { notes, playbook }: Scene): string | undefined {
  const passages = notes.passages.filter(({ audience }) => audience === 'public');
  const approved = Object.values(playbook.replies).flat();
  const letters = [...passages.flatMap(({ text: words, title, heading }) => [words, title, heading]), ...notes.facts, ...approved]
    .join('\n')
    .toLowerCase();
  const places: ReadonlySet<string>[] = [
    ...passages.flatMap(({ text: words, title, heading }) => placesIn(words, `${title} ${heading}`)),
    ...approved.flatMap((words) => placesIn(words, '')),
    new Set(notes.facts.flatMap(stemsOf)),
  ];
  return asStatements(text)
    .split('\n')
    .flatMap(sentencesOf)
    .map((sentence) => sentence.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !COURTESY.test(sentence))
    .find((sentence) => {
      if (letters.includes(sentence.replace(/[.!]+$/, '').toLowerCase())) return false;
      const stems = [...new Set(stemsOf(sentence))];
      if (stems.length <= SCRAP) return true;
      return !places.some((place) => stems.filter((stem) => place.has(stem)).length >= IN_ONE_PLACE * stems.length);
    });
}

/** Each two neighbouring sentences of a text, with the words of its headings. */
function placesIn(text: string, headings: string): readonly ReadonlySet<string>[] {
  const sentences = text.split('\n').flatMap(sentencesOf).map(stemsOf);
  const context = stemsOf(headings);
  return sentences.map((stems, at) => new Set([...stems, ...(sentences[at + 1] ?? []), ...context]));
}

/**
 * The first address that is not on the allow-list: a link must lead to a host of the company and stand in an article or an
 * approved sentence to the letter; a mail address must be the company's or the customer's own. What a tool returned is no
 * source of addresses, because customers fill in the fields of a shop.
 */
export function foreignAddress(text: string, scene: Scene): string | undefined {
  const { notes, playbook } = scene;
  const hosts = playbook.agent.company.linkHosts.map((host) => host.toLowerCase());
  const written = [
    ...notes.passages.filter(({ audience }) => audience === 'public').flatMap(({ text: words, url }) => [words, url ?? '']),
    ...Object.values(playbook.replies).flat(),
    ...hosts,
  ]
    .join('\n')
    .toLowerCase();
  const mails = addressesIn(text, MAIL);
  const foreignMail = mails.find((mail) => !isKnownMail(mail, hosts, scene));
  if (foreignMail !== undefined) return foreignMail;
  const rest = text.replace(MAIL, ' ');
  return [...addressesIn(rest, URL), ...addressesIn(rest, BARE_HOST)].find(
    (address) => !hosts.includes(hostIn(address)) || !written.includes(address),
  );
}

const addressesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([address]) => address.replace(/[.,;:!?]+$/, '').toLowerCase());

const hostIn = (address: string): string => address.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/[/?#:].*$/s, '');

function isKnownMail(mail: string, hosts: readonly string[], scene: Scene): boolean {
  const identity = scene.identity();
  const own = [scene.speaker.email, identity.kind === 'anonymous' ? undefined : identity.email].map((email) => email?.toLowerCase());
  const domain = mail.slice(mail.lastIndexOf('@') + 1);
  return own.includes(mail) || hosts.some((host) => host.replace(/^www\./, '') === domain);
}
