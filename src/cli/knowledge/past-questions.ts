import { readQuestion } from '../../agent/knowledge/question.ts';
import { AppError } from '../../domain/error.ts';
import type { CommandIo } from '../command.ts';
import { openPastEvents } from '../open-store.ts';

const DAY_MS = 86_400_000;
/** Rules of a turn that no article could answer. */
const UNANSWERED: ReadonlySet<string> = new Set(['nothing_known', 'answer_not_grounded']);
/** Whoever asks something, and was handed over because nobody was sure what it is, asked for an article, too. */
const UNSURE = 'low_confidence';
const ANSWERED = 'answered_from_articles';
/** More conversations than this are not read: the newest tell what is asked. */
const MOST = 2_000;

/** What customers asked the articles within the last days. */
export interface PastQuestions {
  /** As the answers named their sources. */
  readonly cited: ReadonlySet<string>;
  readonly answered: readonly string[];
  readonly unanswered: readonly string[];
}

/** Undefined where there is no history yet. */
export async function pastQuestions(
  io: CommandIo,
  data: string | undefined,
  since: { readonly now: Date; readonly days: number },
): Promise<PastQuestions | undefined> {
  const past = await openPastEvents(io, data === undefined ? {} : { dataFolder: data }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'store_unavailable') return undefined;
    throw error;
  });
  if (!past) return undefined;
  try {
    const cited = new Set<string>();
    const conversations = new Set<string>();
    for await (const event of past.readEvents()) {
      if (event.name !== 'turn.decided' || since.now.getTime() - event.at.getTime() > since.days * DAY_MS) continue;
      for (const citation of event.fields.citations) cited.add(citation);
      if (event.conversation !== undefined && event.fields.rules.some(isAboutArticles)) conversations.add(event.conversation);
    }
    const answered: string[] = [];
    const unanswered: string[] = [];
    for (const conversation of [...conversations].slice(-MOST)) {
      for (const { rules, said } of (await past.explain(conversation)) ?? []) {
        if (rules.some((rule) => UNANSWERED.has(rule))) unanswered.push(...said);
        else if (rules.includes(UNSURE)) unanswered.push(...said.filter((text) => readQuestion(text).wants !== 'any'));
        else if (rules.includes(ANSWERED)) answered.push(...said);
      }
    }
    return { cited, answered, unanswered };
  } finally {
    await past.close();
  }
}

const isAboutArticles = (rule: string): boolean => UNANSWERED.has(rule) || rule === UNSURE || rule === ANSWERED;
