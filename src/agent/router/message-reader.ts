import type { HistoryLine, Understanding } from '../../domain/classification.ts';
import { english } from '../languages/english/english.ts';
import { languageOf } from '../languages/index.ts';
import { createLanguageChooser, type SpokenLanguage } from './choose-language.ts';
import { openIntentModel, type IntentModel, type TrainedModel, type TrainingSet } from './intent-model.ts';
import { readLanguageUtterances } from './language-utterances.ts';
import { trainingSetOf, type RouterOptions } from './router-options.ts';
import { understand } from './understand.ts';

/** Reads messages in whatever language they are in. */
export interface MessageReader {
  /** Loads or learns English, without which nothing is read. */
  ready(): Promise<void>;
  /** `spoken`: the language of the conversation so far, or of the customer's last one; undefined when neither is known. */
  read(text: string, history: readonly HistoryLine[], spoken?: string): Promise<Understanding>;
}

export interface ReaderPorts {
  /** Loads what was learned from the same utterances, or learns. */
  learn(training: TrainingSet): TrainedModel | Promise<TrainedModel>;
  /** A language whose utterances cannot be read or learned; its messages are read as English then. */
  onFailure?(code: string, error: unknown): void;
}

/** Whoever has said more than that has said something. */
const MOST_GREETINGS = 2;

/** Each language has a model of its own, which is loaded or learned when the first message in it arrives. */
export function createMessageReader(options: RouterOptions, ports: ReaderPorts): MessageReader {
  const { orderIdPattern, languageFiles = {} } = options;
  const models = new Map<string, Promise<IntentModel>>();
  const chooser = createLanguageChooser(
    [...Object.values(options.intents).flatMap(({ topics }) => Object.values(topics).flat()), ...options.outOfScope],
    languageFiles,
  );

  function modelOf(code: string): Promise<IntentModel> {
    const known = models.get(code) ?? open(code);
    models.set(code, known);
    return known;
  }

  async function open(code: string): Promise<IntentModel> {
    const path = languageFiles[code];
    if (path === undefined) return openIntentModel(await ports.learn(trainingSetOf(options)));
    try {
      const { intents, out_of_scope: outOfScope } = readLanguageUtterances(path);
      return openIntentModel(await ports.learn(trainingSetOf({ intents, outOfScope })));
    } catch (error) {
      ports.onFailure?.(code, error);
      return modelOf(english.code);
    }
  }

  /**
   * What was spoken before a message. Where only the lines before are known, they tell it; what is known of the customer
   * counts until words that are one language's decide.
   */
  function spokenBefore(history: readonly HistoryLine[], spoken: string | undefined): SpokenLanguage | undefined {
    const lines = history.filter(({ role }) => role === 'customer').map(({ text }) => text);
    const code = spoken ?? (lines.length === 0 ? undefined : chooser.choose(lines.join('\n'), undefined).code);
    return code === undefined ? undefined : { code, open: lines.length <= MOST_GREETINGS && lines.every((line) => chooser.isOpen(line)) };
  }

  return {
    ready: async () => void (await modelOf(english.code)),
    async read(text, history, spoken) {
      const { code, because, onlyAsked } = chooser.choose(text, spokenBefore(history, spoken));
      const language = languageFiles[code] === undefined ? english : languageOf(code);
      const read = understand(text, history, { model: await modelOf(language.code), orderIdPattern, language });
      const understood = { ...read, language: code, languageBecause: because };
      // "In Italian, please" is polite, and asks for no person.
      return onlyAsked ? { ...understood, signals: new Set(), onlyAsksLanguage: true } : understood;
    },
  };
}
