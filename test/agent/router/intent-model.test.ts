import { describe, expect, it } from '@jest/globals';
import { expectedCalibrationError } from '../../../src/agent/router/calibration.ts';
import { openIntentModel, trainIntentModel, type TrainingSet } from '../../../src/agent/router/intent-model.ts';
import { trainOnLabels } from '../../../src/agent/router/labelled-router.ts';
import { shopIntents, shopTraining } from './shop-router.ts';

/** One of three is judged; the whole round is a row of `npm run eval`. */
const FOLDS = 3;
const JUDGED_FOLDS = 1;

/** Every utterance judged by a model that never saw it. */
function judgeHeldOut(training: TrainingSet) {
  return Array.from({ length: JUDGED_FOLDS }, (_, fold) => {
    const kept = <T>(rows: readonly T[]) => rows.filter((__, i) => i % FOLDS !== fold);
    const left = <T>(rows: readonly T[]) => rows.filter((__, i) => i % FOLDS === fold);
    const model = openIntentModel(
      trainIntentModel({ ...training, examples: kept(training.examples), outOfScope: kept(training.outOfScope) }, 'quick'),
    );
    return [
      ...left(training.examples).map((row) => ({ truth: row.intent, inScope: true, prediction: model.predict(row.text) })),
      ...left(training.outOfScope).map((text) => ({ truth: training.reject.intent, inScope: false, prediction: model.predict(text) })),
    ];
  }).flat();
}

describe('the intent model on utterances held out in turn', () => {
  const judged = judgeHeldOut(shopTraining);
  const inScope = judged.filter((row) => row.inScope);
  const share = (rows: readonly unknown[], of: readonly unknown[]) => rows.length / of.length;

  it('names the right intent for at least 84 %', () => {
    expect(
      share(
        inScope.filter((row) => row.prediction.intent === row.truth),
        inScope,
      ),
    ).toBeGreaterThanOrEqual(0.84);
  });

  it('promises no more than it keeps: expected calibration error at most 5 points', () => {
    const error = expectedCalibrationError(
      judged.map((row) => row.prediction.confidence),
      judged.map((row) => row.inScope && row.prediction.best.intent === row.truth),
    );
    expect(error).toBeLessThanOrEqual(0.05);
  });

  it('brings at least 75 % of what is out of scope below the threshold of its intent', () => {
    const outside = judged.filter((row) => !row.inScope);
    const stopped = outside.filter(({ prediction }) => prediction.confidence < (shopIntents.intents[prediction.intent]?.threshold ?? 0));
    expect(share(stopped, outside)).toBeGreaterThanOrEqual(0.75);
  });

  it('is confidently wrong in at most 12 %', () => {
    const wrong = inScope.filter(
      ({ prediction, truth }) =>
        prediction.intent !== truth && prediction.confidence >= (shopIntents.intents[prediction.intent]?.threshold ?? 0),
    );
    expect(share(wrong, inScope)).toBeLessThanOrEqual(0.12);
  });
});

const SMALL: TrainingSet = {
  examples: ['where is my order', 'track my parcel', 'has it shipped', 'when does it arrive', 'order status please'].flatMap((text, i) => [
    { text, intent: 'order', topic: 'track' },
    {
      text: ['refund please', 'money back', 'I want a refund', 'refund my card', 'give the money back'][i] ?? '',
      intent: 'refund',
      topic: 'refund',
    },
  ]),
  outOfScope: ['sing a song', 'what is the weather', 'tell me a joke', 'who won the game', 'translate good night'],
  reject: { intent: 'other', topic: 'out_of_scope' },
};

describe('training', () => {
  it('gives the same weights for the same utterances', () => {
    expect(trainIntentModel(SMALL, 'quick')).toEqual(trainIntentModel(SMALL, 'quick'));
  });

  it('rejects what is far from every intent, with the best guess beside it', () => {
    const prediction = openIntentModel(trainIntentModel(SMALL, 'quick')).predict('what is the weather like');
    expect(prediction).toMatchObject({ intent: 'other', topic: 'out_of_scope', rejected: true });
    expect(['order', 'refund']).toContain(prediction.best.intent);
  });

  it('is less sure of words it never saw than of those it learned', () => {
    const model = openIntentModel(trainIntentModel(SMALL, 'quick'));
    expect(model.predict('where is my zorblax').confidence).toBeLessThan(model.predict('where is my order').confidence);
  });

  it.each(['oos', 'out_of_scope', 'OOS'])('takes the label "%s" for what belongs to no label', (label) => {
    const lines = [...SMALL.examples, ...SMALL.outOfScope.map((text) => ({ text, intent: label }))];
    const model = trainOnLabels(lines);
    expect(model.predict('tell me a joke')).toMatchObject({ intent: 'out_of_scope', rejected: true });
    expect(model.predict('where is my order').intent).toBe('order');
  });

  it.each([
    ['card_arrival', 'when does my new card arrive'],
    ['lostLuggage', 'my luggage was lost'],
  ])('takes the words of a label as a hint of what it means: %s', (intent, text) => {
    const lines = [
      ...['good morning to you', 'nice to meet you'].map((line) => ({ text: line, intent })),
      ...['the sun is up', 'the moon is down'].map((line) => ({ text: line, intent: 'X1' })),
    ];
    expect(trainOnLabels(lines).predict(text).best.intent).toBe(intent);
  });

  it('works without any text that is out of scope', () => {
    expect(trainOnLabels(SMALL.examples).predict('refund please').best.intent).toBe('refund');
  });
});

describe('the shipped intents', () => {
  it.each(Object.entries(shopIntents.intents))('have at least 150 different utterances: %s', (_, row) => {
    const texts = Object.values(row.topics).flat();
    expect(new Set(texts.map((text) => text.toLowerCase())).size).toBeGreaterThanOrEqual(150);
  });

  it('stand beside at least 300 texts that are out of scope', () => {
    expect(new Set(shopIntents.out_of_scope).size).toBeGreaterThanOrEqual(300);
  });

  it('never claim one utterance for two topics', () => {
    const all = shopTraining.examples.map((row) => row.text.toLowerCase());
    expect(all.filter((text, i) => all.indexOf(text) !== i)).toEqual([]);
  });
});
