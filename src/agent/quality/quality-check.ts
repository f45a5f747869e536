import type { Passage } from '../../domain/classification.ts';
import { sentencesOf } from '../../domain/text/sentences.ts';
import { stemsOf } from '../../domain/text/words.ts';
import { claimsOf } from './claims.ts';
import { findUnfoundedCommitment } from './commitments.ts';
import { findUngrounded } from './groundedness.ts';
import { checkLinks, withoutLinks } from './links.ts';
import { neutralise } from './neutralise.ts';
import { maskPrivateData } from './pii-filter.ts';
import { hasKnownValues, isQuoted, readSources, type Sources } from './sources.ts';
import { hasPlaces, matchTemplate } from './templates.ts';
import { findBannedPhrase, isApology, timesSaidBefore, withoutApology } from './tone.ts';

export interface ReplyDraft {
  readonly text: string;
  readonly citations: readonly string[];
}

/** Everything that a reply may rely on, and what it must not repeat. */
export interface Evidence {
  readonly passages: readonly Passage[];
  /** Texts and JSON of tool results, policy sentences and settings. Those with `{places}` count as templates. */
  readonly facts: readonly string[];
  /** Approved sentences with `{places}`; the values in them are still checked. */
  readonly templates?: readonly string[];
  readonly customerWords: readonly string[];
  /** `shared`: others read along. */
  readonly audience: 'private' | 'shared';
  /** The customer's and the company's own addresses. */
  readonly ownEmails: readonly string[];
  readonly allowedHosts: readonly string[];
  readonly previousReplies: readonly string[];
  readonly apologiesSoFar: number;
  /** Put before an answer that must be given a second time. */
  readonly onceMore: string;
}

export type QualityVerdict =
  | { readonly kind: 'ok'; readonly text: string; readonly rules: readonly string[] }
  | {
      readonly kind: 'mended';
      readonly text: string;
      readonly rules: readonly string[];
      readonly removed: readonly { readonly sentence: string; readonly rule: string }[];
    }
  | { readonly kind: 'blocked'; readonly rule: string; readonly claim: string };

interface Check {
  readonly evidence: Evidence;
  readonly sources: Sources;
  readonly templates: readonly string[];
  readonly reply: string;
  apologies: number;
}

type SentenceVerdict =
  | { readonly kind: 'keep' }
  | { readonly kind: 'replace'; readonly rule: string; readonly text: string }
  | { readonly kind: 'remove'; readonly rule: string; readonly claim: string };

type SentenceRule = (sentence: string, check: Check) => SentenceVerdict;

const KEEP: SentenceVerdict = { kind: 'keep' };

const polite: SentenceRule = (sentence) => {
  const rule = findBannedPhrase(sentence);
  return rule === undefined ? KEEP : { kind: 'remove', rule, claim: sentence };
};

const oneApology: SentenceRule = (sentence, check) => {
  if (!isApology(sentence)) return KEEP;
  check.apologies++;
  if (check.apologies === 1) return KEEP;
  const rest = withoutApology(sentence);
  return rest === undefined
    ? { kind: 'remove', rule: 'second_apology', claim: sentence }
    : { kind: 'replace', rule: 'second_apology', text: rest };
};

const knownHosts: SentenceRule = (sentence, { evidence }) => {
  const checked = checkLinks(sentence, evidence.allowedHosts);
  if (checked.refused.length === 0) return KEEP;
  if (checked.broken) return { kind: 'remove', rule: 'link_not_allowed', claim: checked.refused.join(', ') };
  return { kind: 'replace', rule: 'link_not_allowed', text: checked.text };
};

const grounded: SentenceRule = (sentence, { sources, templates, reply }) => {
  if (isQuoted(sentence, sources)) return KEEP;
  const values = matchTemplate(sentence, templates);
  if (values) {
    const unknown = values.find((value) => !hasKnownValues(value, sources));
    return unknown === undefined ? KEEP : { kind: 'remove', rule: 'value_not_in_sources', claim: unknown };
  }
  const words = withoutLinks(sentence);
  const commitment = findUnfoundedCommitment(words, sources);
  if (commitment) return { kind: 'remove', ...commitment };
  if (isSmallTalk(words)) return KEEP;
  const problem = findUngrounded(words, reply, sources);
  return problem ? { kind: 'remove', ...problem } : KEEP;
};

/** The first rule that objects decides; a mended sentence goes on to the next. */
const RULES: readonly SentenceRule[] = [polite, oneApology, knownHosts, grounded];
/** Rules about taste: what they take out does not make the rest of a reply doubtful. */
const TASTE = new Set(['second_apology', 'talks_down', 'empty_sympathy', 'speaks_as_model']);

/**
 * Checks a reply sentence by sentence against what it may rely on. A sentence that is not supported is taken out; when
 * nothing that matters is left, the reply is blocked and a human answers. Pure, and cheap enough for every reply.
 */
export function checkReply(draft: ReplyDraft, evidence: Evidence): QualityVerdict {
  const readable = neutralise(draft.text);
  const masked = maskPrivateData(readable, evidence);
  const facts = evidence.facts.filter((fact) => !hasPlaces(fact) || /^\s*[[{]/.test(fact));
  const check: Check = {
    evidence,
    sources: readSources(evidence.passages, facts, evidence.customerWords),
    templates: [...(evidence.templates ?? []), ...evidence.facts.filter(hasPlaces)],
    reply: masked.text,
    apologies: evidence.apologiesSoFar,
  };
  const removed: { sentence: string; rule: string; claim: string }[] = [];
  const rules = [...(readable === draft.text ? [] : ['neutralised']), ...masked.masked.map(({ rule }) => rule)];
  const text = rewriteSentences(masked.text, (sentence) => {
    const kept = applyRules(sentence, check);
    rules.push(...kept.rules);
    if (kept.text === undefined) removed.push({ sentence, rule: kept.rules.at(-1) ?? '', claim: kept.claim });
    return kept.text;
  });

  const doubtful = removed.find(({ rule }) => !TASTE.has(rule));
  if (text === '' || (doubtful && !saysSomething(text))) {
    const cause = doubtful ?? removed[0];
    return { kind: 'blocked', rule: cause?.rule ?? 'empty_reply', claim: cause?.claim ?? draft.text };
  }
  const saidBefore = timesSaidBefore(text, evidence.previousReplies);
  if (saidBefore > 1) return { kind: 'blocked', rule: 'repeats_last_reply', claim: text };
  if (saidBefore === 1) {
    return {
      kind: 'mended',
      text: `${evidence.onceMore} ${text}`,
      rules: [...new Set([...rules, 'repeats_last_reply'])],
      removed: removed.map(({ sentence, rule }) => ({ sentence, rule })),
    };
  }
  const fired = [...new Set(rules)];
  return fired.length === 0
    ? { kind: 'ok', text, rules: [] }
    : { kind: 'mended', text, rules: fired, removed: removed.map(({ sentence, rule }) => ({ sentence, rule })) };
}

function applyRules(
  sentence: string,
  check: Check,
): { readonly text: string | undefined; readonly rules: readonly string[]; readonly claim: string } {
  const rules: string[] = [];
  let text = sentence;
  for (const rule of RULES) {
    const verdict = rule(text, check);
    if (verdict.kind === 'keep') continue;
    rules.push(verdict.rule);
    if (verdict.kind === 'remove') return { text: undefined, rules, claim: verdict.claim };
    text = verdict.text;
  }
  return { text, rules, claim: '' };
}

/** Goes through the sentences and keeps lines, paragraphs and list marks. A list whose items are all gone takes its introduction along. */
function rewriteSentences(text: string, rewrite: (sentence: string) => string | undefined): string {
  const lines = text.split('\n').map((line) => {
    const [, mark = '', words = ''] = /^(\s*(?:(?:\d{1,2}[.)]|[-*•>])\s+)?)(.*)$/s.exec(line) ?? [];
    const kept = sentencesOf(words).flatMap((sentence) => rewrite(sentence) ?? []);
    return {
      text: kept.length === 0 ? '' : mark + kept.join(' '),
      emptied: words.trim() !== '' && kept.length === 0,
      item: mark.trim() !== '',
    };
  });
  const kept = lines.filter((line, at) => {
    if (line.emptied) return false;
    if (!line.text.endsWith(':') || line.item) return true;
    const after = lines.slice(at + 1).filter(({ text: words, emptied }) => words !== '' || emptied);
    return after.length === 0 || !(after[0]?.emptied ?? false) || after.some(({ item, emptied }) => item && !emptied);
  });
  return kept
    .map((line) => line.text)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const SOCIAL =
  /^(?:(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening))\b|(?:thanks|thank\s+you|you['’]re\s+(?:very\s+)?welcome|no\s+problem|of\s+course|sure|certainly|happy\s+to|glad\s+to|great|got\s+it|okay|ok|alright|(?:yes|no)(?=[,.!]?\s*$)|(?:best|kind)\s+regards|take\s+care|have\s+a)\b|(?:here(?:['’]s|\s+is|\s+are)\s+(?:what|how|the|it)\b|let\s+me\b|i['’](?:m|ll)\s+(?:an?\s+ai|robin|here|happy|glad|look|check)|(?:i|we)\s+(?:found|looked|checked|understand|see|know|can\s+(?:help|check|look)|could\s+not\s+find|couldn['’]t\s+find|do\s+not\s+know|don['’]t\s+(?:know|have)|need|am)\b)|(?:please\s+)?(?:reply|tell|send|give|let|write|choose|type|answer|check)\b|(?:just\s+)?let\s+(?:me|us)\s+know\b|is\s+there\s+anything|anything\s+else|i['’]?m?\s*(?:so\s+|very\s+)?sorry\b|sorry\b|my\s+apologies)/i;

/** Greetings, questions, thanks and talk about the conversation itself state nothing about the shop, unless they hold a value. */
function isSmallTalk(sentence: string): boolean {
  const plain = sentence.replace(/[*_`]/g, '').trim();
  if (claimsOf(plain).length > 0) return false;
  return plain.endsWith('?') || SOCIAL.test(plain) || stemsOf(plain).length <= 1;
}

/** Whether a reply still tells something, once sentences were taken out of it. */
function saysSomething(text: string): boolean {
  return text
    .split('\n')
    .flatMap(sentencesOf)
    .some((sentence) => !isSmallTalk(sentence) && !sentence.endsWith(':'));
}
