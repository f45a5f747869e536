import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedCacheFolder } from '../../src/agent/router/model-cache.ts';
import { openApp } from '../../src/app.ts';
import { realWorld } from '../../src/app/real-world.ts';
import { loadConfig, type Config } from '../../src/config.ts';
import { ticketNumber } from '../../src/domain/ids.ts';
import { createLogger } from '../../src/insight/logger.ts';
import { until, type SupportLine } from './support-line.ts';

/** A chat platform of our own, as one person after another uses it. */
export interface PlatformSide {
  readonly env: Readonly<Record<string, string>>;
  readonly settings?: (config: Config) => Config;
  /** Resolves once the agent listens. */
  connected(): Promise<unknown>;
  /** The n-th person, in a direct-message room of their own. */
  person(n: number): { readonly knownAs: string; write(text: string): Promise<void>; heard(): readonly string[] };
  /** Requests that the real platform would not have taken. */
  violations(): readonly string[];
  close(): Promise<void>;
}

const ASKS_FOR_ADDRESS = /email address on your account/;

/** The whole product on a chat platform; codes and confirmations land in the demo inbox. */
export async function openChatPlatformLine(side: PlatformSide): Promise<SupportLine> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'deskhand-platform-'));
  const config = await loadConfig(side.env, { folder: dataFolder, dataFolder });
  const app = await openApp(side.settings ? side.settings(config) : config, {
    world: realWorld(createLogger({ level: 'error', sink: process.stderr })),
    learnedFolder: sharedCacheFolder(),
  });
  await app.start();
  await app.ready();
  await side.connected();
  let people = 0;
  let commands = 0;

  const mailTo = (email: string, words: RegExp): Promise<string> =>
    until(String(words), async () => (await app.deskhand.mails()).findLast(({ to, text }) => to === email && words.test(text))?.text);

  return {
    dataFolder,
    customer(email) {
      people += 1;
      const person = side.person(people);
      async function write(text: string): Promise<string> {
        const before = person.heard().length;
        await person.write(text);
        return until(`an answer to ${text}`, () => person.heard()[before]);
      }
      return {
        knownAs: person.knownAs,
        async say(text) {
          const answer = await write(text);
          // The platform tells no address, so the agent asks for it.
          return ASKS_FOR_ADDRESS.test(answer) ? write(email) : answer;
        },
        code: async () => /\b\d{6}\b/.exec(await mailTo(email, /\b\d{6}\b/))?.[0] ?? '',
        hears: (words) => until(String(words), () => person.heard().find((text) => words.test(text))),
        mailed: (words) => mailTo(email, words),
      };
    },
    async approve(ticket, by) {
      commands += 1;
      const result = await app.deskhand.act({ id: `approve-${commands}`, ticket: ticketNumber(ticket), by, do: { action: 'approve' } });
      if (result.kind !== 'done') throw new Error(result.text);
    },
    async close() {
      await app.stop();
      await side.close();
      rmSync(dataFolder, { recursive: true, force: true });
      if (side.violations().length > 0) throw new Error(`the platform would not have taken: ${side.violations().join('; ')}`);
    },
  };
}
