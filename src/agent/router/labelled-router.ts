import { openIntentModel, trainIntentModel, type IntentModel } from './intent-model.ts';

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
    trainIntentModel({
      examples: lines.filter((line) => !isOutside(line)).map(({ text, intent }) => ({ text, intent, topic: intent })),
      outOfScope: lines.filter(isOutside).map((line) => line.text),
      reject: REJECT,
    }),
  );
}
