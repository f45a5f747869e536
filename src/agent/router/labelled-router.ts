import { openIntentModel, trainIntentModel, type IntentModel, type LabelledText } from './intent-model.ts';

/** Names under which people file what belongs to none of their labels. */
const OUT_OF_SCOPE_LABELS = new Set(['oos', 'out_of_scope', 'out-of-scope', 'outofscope', 'none_of_the_above']);
const REJECT = { intent: 'out_of_scope', topic: 'out_of_scope' };

export interface LabelledLine {
  readonly text: string;
  readonly intent: string;
}

/** The same classifier for labels of the caller's own; a label such as `oos` becomes the out-of-scope class. */
export function trainOnLabels(lines: readonly LabelledLine[]): IntentModel {
  const isOutside = (line: LabelledLine) => OUT_OF_SCOPE_LABELS.has(line.intent.trim().toLowerCase());
  return openIntentModel(
    trainIntentModel(
      {
        examples: lines.filter((line) => !isOutside(line)).map(({ text, intent }) => ({ text, intent, topic: intent })),
        outOfScope: lines.filter(isOutside).map((line) => line.text),
        hints: namesAsHints(lines.filter((line) => !isOutside(line)).map((line) => line.intent)),
        reject: REJECT,
      },
      'thorough',
    ),
  );
}

/** A label such as `card_arrival` says in words what it means, which is worth an example; one such as `C17` does not. */
function namesAsHints(intents: readonly string[]): LabelledText[] {
  return [...new Set(intents)].flatMap((intent) => {
    const text = intent
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[^\p{L}]+/gu, ' ')
      .trim();
    return /\p{L}{3}/u.test(text) ? [{ text, intent, topic: intent }] : [];
  });
}
