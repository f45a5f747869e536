import { parseArgs } from 'node:util';
import { LANGUAGE_CODES } from '../../../src/domain/language-code.ts';
import { createLanguageChooser } from '../../../src/agent/router/choose-language.ts';
import { readPhrases } from '../../languages/language-files.ts';
import { openLanguageBench } from './language-bench.ts';
import { readAsOutside, readOutside } from './outside.ts';
import { playLanguage } from './parity.ts';

/** Prints, a language a line, how many conversations go as in `expectations.yaml` and how many short phrases are known for its own and how outsiders' first messages are read, with every difference; `--dialogue` prints what was said. */
const { values, positionals } = parseArgs({ options: { dialogue: { type: 'boolean' } }, allowPositionals: true, strict: true });
const chosen = LANGUAGE_CODES.filter((code) => positionals.length === 0 || positionals.includes(code));
const ids = positionals.filter((word) => !LANGUAGE_CODES.some((code) => code === word));
const bench = await openLanguageBench();
for (const code of chosen.length === 0 ? LANGUAGE_CODES : chosen) {
  const rows = await playLanguage(bench, code, (id) => ids.length === 0 || ids.includes(id));
  for (const { id, differences, outcomes } of rows) {
    if (differences.length > 0 || values.dialogue) process.stdout.write(`${code} ${id}\n`);
    for (const difference of differences) process.stdout.write(`    ${difference}\n`);
    if (!values.dialogue) continue;
    for (const { say, sent, decision, reason, language, actions } of outcomes) {
      process.stdout.write(`  > ${say}\n    [${language} ${decision} ${reason ?? ''} ${actions.join(' ')}]\n`);
      for (const { text } of sent) process.stdout.write(`${text.replace(/^/gm, '    ')}\n`);
    }
  }
  process.stdout.write(
    `${code}: ${rows.filter(({ differences }) => differences.length === 0).length} of ${rows.length} conversations as expected\n`,
  );
}
const utterances = Object.values(bench.config.utterances).flatMap((topics) => Object.values(topics).flat());
const chooser = createLanguageChooser([...utterances, ...bench.config.outOfScope], bench.config.languageFiles);
for (const code of chosen.length === 0 || ids.length > 0 ? [] : chosen) {
  const phrases = readPhrases(code, 'detection.yaml');
  const wrong = phrases.filter((text) => chooser.choose(text, undefined).code !== code);
  process.stdout.write(
    `${code}: ${phrases.length - wrong.length} of ${phrases.length} short phrases known${wrong.map((text) => `\n    ${text}`).join('')}\n`,
  );
}
for (const name of ids.length > 0 ? [] : ['outside.yaml', 'outside-2.yaml']) {
  for (const [code, messages] of Object.entries(readOutside(name))) {
    if (!chosen.some((one) => one === code)) continue;
    const reading = await readAsOutside(bench.router, code, messages);
    process.stdout.write(
      `${code} ${name}: ${Object.entries(reading)
        .map(([what, { of, wrong }]) => `${what} ${of - wrong.length} of ${of}`)
        .join(', ')}\n`,
    );
    for (const { wrong } of Object.values(reading)) for (const line of wrong) process.stdout.write(`    ${line}\n`);
  }
}
await bench.close();
