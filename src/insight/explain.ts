import { assertNever } from '../domain/assert-never.ts';
import type { LanguageReason } from '../domain/classification.ts';
import type { Conversation, Turn } from '../domain/conversation.ts';
import type { TurnExplanation } from '../domain/deskhand.ts';
import type { Playbook } from '../domain/playbook.ts';
import { formatMoney } from '../domain/money.ts';

/** Why each reply of a conversation was given: one block a turn, oldest first, from what was stored with it. */
export function explain({ turns }: Pick<Conversation, 'turns'>, intents: Playbook['intents'] = {}): readonly TurnExplanation[] {
  return turns.map((turn) => explainTurn(turn, intents));
}

function explainTurn(turn: Turn, rows: Playbook['intents']): TurnExplanation {
  const { decision } = turn;
  const cited = 'citations' in decision ? decision.citations : [];
  return {
    turn: turn.id,
    at: turn.at,
    said: turn.inbound.map(({ text }) => text),
    intents: turn.classifications.map(({ intent, topic, confidence }) => ({
      intent,
      topic,
      confidence,
      autonomy: rows[intent]?.autonomy ?? '',
    })),
    signals: [...turn.signals],
    language: languageText(turn),
    decision: decision.kind,
    because: becauseOf(turn),
    rules: turn.rules,
    held: turn.held ?? [],
    actions: turn.actions.map(({ tool, status, rule, summary }) => ({ tool, status, rule, summary })),
    sources: cited.map((article) => sourceText(article, turn)),
    reply: turn.said.map(({ text }) => text),
    costMicroUsd: turn.cost,
    modelCalls: turn.modelCalls ?? [],
  };
}

const LANGUAGE_BECAUSE: Readonly<Record<LanguageReason, string>> = {
  asked_for: 'asked for',
  words: 'by its words',
  kept: 'kept, too little speaks for another',
  open: 'not settled by words that several languages have',
};

const languageText = ({ language }: Turn): string | undefined =>
  language &&
  `${new Intl.DisplayNames('en', { type: 'language' }).of(language.code) ?? language.code}, ${LANGUAGE_BECAUSE[language.because]}`;

/** The cited article with the heading that was read and its date, so that a later change of it can be seen. */
function sourceText(article: string, { passages }: Turn): string {
  const read = passages.find((passage) => passage.article === article);
  if (read === undefined) return article;
  const heading = read.heading === '' || read.heading === read.title ? '' : ` › ${read.heading}`;
  return `${article}: ${read.title}${heading} (${read.updatedAt.toISOString().slice(0, 10)})`;
}

function becauseOf({ decision, classifications }: Turn): string {
  switch (decision.kind) {
    case 'reply':
      return `answers ${classifications.map(({ intent, topic }) => `${intent}/${topic}`).join(', ') || 'without a request'}`;
    case 'ask':
      return `needs ${decision.question.kind}: ${decision.question.about}`;
    case 'request_approval':
      return `${decision.request.because}; ${decision.request.role} decides above ${formatMoney(decision.request.limit)}`;
    case 'escalate':
      return factsText(decision.reason);
    case 'stay_silent':
      return decision.because;
    default:
      return assertNever(decision);
  }
}

/** `same_question (times: 3, intent: "order_status")`: the reason with all of its evidence, whatever that is. */
function factsText({ kind, ...facts }: { readonly kind: string }): string {
  const parts = Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return parts.length === 0 ? kind : `${kind} (${parts.join(', ')})`;
}
