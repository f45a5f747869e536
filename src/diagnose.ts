import type { Config } from './config.ts';
import { checkChats } from './diagnose/chats.ts';
import { ok, warning, type Finding } from './diagnose/finding.ts';
import { checkGoLive } from './diagnose/going-live.ts';
import { checkKnowledge, checkLanguages } from './diagnose/knowledge.ts';
import { checkAgent, checkDataFolder } from './diagnose/machine.ts';
import { checkMailbox, checkOutgoingMail } from './diagnose/mail.ts';
import { checkModels, checkPinecone, checkSystems } from './diagnose/services.ts';

/** Tries everything that reading the configuration cannot tell, in the order in which an operator would put it right. */
export async function* diagnose(config: Config): AsyncGenerator<Finding> {
  yield* checkConfiguration(config);
  yield* checkLanguages(config);
  const folder = await checkDataFolder(config.dataFolder);
  yield folder;
  if (folder.level !== 'problem') yield* checkAgent(config);
  yield* checkKnowledge(config);
  yield* checkPinecone(config);
  yield* checkSystems(config);
  yield* checkMailbox(config);
  yield await checkOutgoingMail(config);
  yield* checkChats(config);
  yield* checkModels(config);
  yield* checkGoLive(config);
}

function* checkConfiguration({ configFolder, playbook, staff, warnings }: Config): Generator<Finding> {
  yield ok('configuration', `${configFolder}, ${Object.keys(playbook.intents).length} intents, ${staff.length} people`);
  const advice = 'Remove it or set what it needs; docs/configuration.md lists every variable.';
  yield* warnings.map((text) => warning('environment', text, advice));
}
