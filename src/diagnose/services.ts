import type { Config } from '../config.ts';
import { hintOf, messageOf, ok, problem, warning, type Finding } from './finding.ts';

/** The company's own systems, each reached without changing anything. */
export async function* checkSystems({ connected, settings }: Config): AsyncGenerator<Finding> {
  if (!connected) return;
  const { checkConnectors } = await import('../tools/connectors/check-connectors.ts');
  for await (const { connector, ...finding } of checkConnectors(connected)) yield { subject: `connector ${connector}`, ...finding };
  if (settings.tools.pack !== 'connected') {
    yield warning(
      'connectors',
      `connectors.yaml is not used: tools.pack is ${settings.tools.pack}`,
      'Set tools.pack to connected in default.yaml.',
    );
  }
}

export async function* checkPinecone({ pinecone }: Config): AsyncGenerator<Finding> {
  if (!pinecone) return;
  const { openPineconeNamespace } = await import('../store/knowledge/pinecone/pinecone-namespace.ts');
  const { settings, ...access } = pinecone;
  try {
    const records = await openPineconeNamespace(access, settings).count();
    yield ok('Pinecone', `lets us in; the namespace ${settings.namespace} holds ${records} records`);
  } catch (error) {
    yield problem('Pinecone', messageOf(error), hintOf(error) ?? 'Check PINECONE_API_KEY and PINECONE_INDEX_HOST.');
  }
}

/** Key and models are tried by asking for the models by name, which costs nothing. */
export async function* checkModels({ model, models }: Config): AsyncGenerator<Finding> {
  if (!model) {
    yield ok('language model', 'not configured: the embedded engine does everything');
    return;
  }
  const { checkModel } = await import('../agent/llm/check-model.ts');
  for (const name of new Set([models.router, models.answers])) {
    const found = await checkModel(model, name);
    yield found === undefined
      ? ok('language model', `${name} is there`)
      : problem('language model', `${name}: ${found.text}`, found.advice);
  }
}
