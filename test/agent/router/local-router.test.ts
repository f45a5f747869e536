import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Router } from '../../../src/agent/router/classifier.ts';
import { inlineRouter, openLocalRouter, type LocalRouterOptions } from '../../../src/agent/router/local-router.ts';
import { keepModel, loadOrTrain } from '../../../src/agent/router/model-cache.ts';
import { packModel } from '../../../src/agent/router/model-file.ts';
import { trainingSetOf } from '../../../src/agent/router/router-options.ts';
import { ORDER_IDS } from './shop-router.ts';

const OPTIONS = {
  intents: {
    order_status: { topics: { track: ['where is my order', 'track my parcel', 'has it shipped', 'when does it arrive', 'order status'] } },
    refund_request: {
      topics: { refund: ['refund please', 'I want my money back', 'refund my order', 'give me a refund', 'money back now'] },
    },
  },
  outOfScope: ['sing a song', 'what is the weather', 'tell me a joke', 'who won the game', 'translate good night'],
  orderIdPattern: ORDER_IDS,
};

const folder = () => mkdtempSync(join(tmpdir(), 'router-'));
const open: Router[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((router) => router.close()));
});

function openRouter(options: Partial<LocalRouterOptions> = {}): Router {
  const router = openLocalRouter({ ...OPTIONS, ...options });
  open.push(router);
  return router;
}

/** A thread that dies when it reads "die", and before that as often as `deaths` says when it starts. */
function mortalWorker(script: string): URL {
  const file = join(folder(), 'worker.mjs');
  writeFileSync(file, script);
  return pathToFileURL(file);
}

const ANSWERS = `
import { parentPort } from 'node:worker_threads';
const understanding = { classifications: [{ intent: 'order_status', topic: 'track', confidence: 1, entities: [], words: '' }], signals: ['thanks'], entities: [], language: 'en' };
parentPort.on('message', ({ id, text }) => {
  if (text === 'die') throw new Error('poisoned');
  parentPort.postMessage({ kind: 'understood', id, understanding });
});
parentPort.postMessage({ kind: 'ready' });
`;

describe('the local router', () => {
  it('takes messages before it has learned and answers them in order afterwards', async () => {
    const router = openRouter();
    const [first, second] = await Promise.all([
      router.understand('where is my order LF-10002', []),
      router.understand('I want a refund, thanks', []),
    ]);
    expect(first.classifications).toMatchObject([{ intent: 'order_status', topic: 'track', entities: [{ value: 'LF-10002' }] }]);
    expect(second.classifications[0]?.intent).toBe('refund_request');
    expect(second.signals).toEqual(new Set(['thanks']));
  });

  it('understands the same in its thread as on the caller’s', async () => {
    const message = ['where is my order #10002 and I want my money back', [{ role: 'customer', text: 'hi' }]] as const;
    expect(await openRouter().understand(...message)).toEqual(await inlineRouter(OPTIONS).understand(...message));
  });

  it('starts again after a crash, reports it, and answers what was waiting', async () => {
    const crashes: unknown[] = [];
    const router = openRouter({ worker: mortalWorker(ANSWERS), onCrash: (error) => crashes.push(error) });
    await router.understand('where is it', []);
    const [poisoned, waiting] = await Promise.allSettled([router.understand('die', []), router.understand('where is it', [])]);
    expect(poisoned).toMatchObject({ status: 'rejected', reason: { code: 'model_unavailable' } });
    expect(waiting).toMatchObject({ status: 'fulfilled' });
    expect(crashes).toHaveLength(2);
    expect(crashes[0]).toMatchObject({ message: 'poisoned' });
  });

  it('gives up after three starts that never got ready', async () => {
    const crashes: unknown[] = [];
    const router = openRouter({ worker: mortalWorker(`throw new Error('no memory')`), onCrash: (error) => crashes.push(error) });
    await expect(router.understand('hi', [])).rejects.toMatchObject({ code: 'model_unavailable' });
    expect(crashes).toHaveLength(3);
    await expect(router.understand('hi', [])).rejects.toMatchObject({ code: 'model_unavailable' });
  });

  it('rejects what waits when it is closed', async () => {
    const router = openRouter();
    const waiting = router.understand('hi', []);
    await Promise.all([expect(waiting).rejects.toMatchObject({ code: 'model_unavailable' }), router.close()]);
  });
});

describe('the kept model', () => {
  const training = trainingSetOf(OPTIONS);

  it('is read instead of trained while the utterances are the same', () => {
    const cacheFolder = join(folder(), 'deep', 'router');
    const trained = loadOrTrain(training, cacheFolder);
    const kept = loadOrTrain(training, cacheFolder);
    expect([trained.fromCache, kept.fromCache]).toEqual([false, true]);
    expect(Buffer.compare(packModel('', kept.model), packModel('', trained.model))).toBe(0);
  });

  it('is trained anew once an utterance changes, and the oldest of twenty-five goes', () => {
    const cacheFolder = folder();
    const trained = loadOrTrain(training, cacheFolder);
    const changed = { ...training, outOfScope: [...training.outOfScope, 'play chess'] };
    expect(loadOrTrain(changed, cacheFolder).fromCache).toBe(false);
    expect([loadOrTrain(changed, cacheFolder).fromCache, loadOrTrain(training, cacheFolder).fromCache]).toEqual([true, true]);
    for (const name of readdirSync(cacheFolder)) utimesSync(join(cacheFolder, name), 1, 1);
    for (let n = 0; n < 23; n += 1) keepModel({ ...training, outOfScope: [`edit ${n}`] }, cacheFolder, trained.model);
    expect(readdirSync(cacheFolder)).toHaveLength(24);
  });

  it.each([
    ['cut off', (content: Buffer) => content.subarray(0, content.length / 2)],
    ['something else', () => Buffer.from('not a model')],
    ['empty', () => Buffer.alloc(0)],
  ])('is trained anew when the file is %s', (_, damage) => {
    const cacheFolder = folder();
    loadOrTrain(training, cacheFolder);
    const [name = ''] = readdirSync(cacheFolder);
    const path = join(cacheFolder, name);
    writeFileSync(path, damage(readFileSync(path)));
    expect(loadOrTrain(training, cacheFolder).fromCache).toBe(false);
    expect(statSync(path).size).toBeGreaterThan(1000);
  });

  it('is not needed: a folder that cannot be written costs only time', () => {
    expect(loadOrTrain(training, '/dev/null/nowhere').fromCache).toBe(false);
  });
});
