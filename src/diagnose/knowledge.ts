import { problemOfUtterances } from '../agent/router/language-utterances.ts';
import type { Config } from '../config.ts';
import { ok, problem, warning, type Finding } from './finding.ts';

/** Sentences that a translation lacks, and utterances that cannot be learned. */
export function* checkLanguages({ languageWarnings, languageFiles, utterances }: Config): Generator<Finding> {
  const advice = 'Write the sentences in languages/CODE/replies.yaml of your configuration; docs/languages.md says how.';
  yield* languageWarnings.map((text) => warning('languages', text, advice));
  for (const path of Object.values(languageFiles)) {
    const wrong = problemOfUtterances(path, utterances);
    if (wrong !== undefined) yield problem('languages', wrong, 'Until then messages in that language are read as English.');
  }
}

export async function* checkKnowledge(config: Config): AsyncGenerator<Finding> {
  const { listFolder } = await import('../agent/knowledge/sources/folder.ts');
  const { articlesOf } = await import('../agent/knowledge/article.ts');
  const { isRemote } = await import('../agent/knowledge/knowledge-settings.ts');
  for (const source of config.knowledge) {
    const subject = `knowledge, ${source.name}`;
    const entries = await listFolder(source.folder).catch(() => undefined);
    if (!entries && isRemote(source)) {
      yield warning(subject, 'has not been fetched yet', 'It is fetched when the agent starts, or now: deskhand ingest');
      continue;
    }
    if (!entries) {
      yield problem(subject, `${source.folder} does not exist`, 'Create the folder or change its name in knowledge.yaml.');
      continue;
    }
    const parsed = (await Promise.all(entries.map(async (entry) => articlesOf(await entry.read(), source)))).flat();
    const broken = parsed.flatMap((one) => (one.kind === 'broken' ? [one.problem] : []));
    const count = parsed.length - broken.length;
    const advice = 'Without articles every question of policy or product goes to a human.';
    yield count === 0 ? warning(subject, `no articles in ${source.folder}`, advice) : ok(subject, `${count} articles`);
    yield* broken.map(({ path, problem: text }) => problem(subject, `${path} ${text}`, 'Correct the file; until then it is left out.'));
  }
}
