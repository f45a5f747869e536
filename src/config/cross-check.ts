import type { Problem } from './problem.ts';
import type { ConfigFiles } from './schemas.ts';
import { toProblem, type Checked, type YamlFile } from './yaml-file.ts';

type SingleFiles = Omit<ConfigFiles, 'translations' | 'productWords'>;
type Files = { readonly [Name in keyof SingleFiles]: YamlFile };
type CheckedFiles = { readonly [Name in keyof SingleFiles]: Checked<SingleFiles[Name]> };

/** What no single file can know: names in one that must exist in another. Only files that are right by themselves are compared. */
export function crossCheck(files: Files, checked: CheckedFiles): readonly Problem[] {
  return [
    ...checkTimezone(files.settings, checked.settings.value),
    ...checkRulesOnce(files.escalation, checked.escalation.value),
    ...checkQueues(files, checked),
    ...checkApprovers(files.policies, checked),
    ...checkPrices(files.models, checked.models.value),
    ...checkDesk(files.settings, checked.settings.value),
  ];
}

function checkTimezone(file: YamlFile, value: ConfigFiles['settings'] | undefined): readonly Problem[] {
  if (!value || isTimezone(value.agent.company.timezone)) return [];
  const text = `found "${value.agent.company.timezone}", expected an IANA name such as America/New_York`;
  return [toProblem(file, { path: ['agent', 'company', 'timezone'], text })];
}

function isTimezone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function checkRulesOnce(file: YamlFile, value: ConfigFiles['escalation'] | undefined): readonly Problem[] {
  const names = value?.rules.map((rule) => rule.name) ?? [];
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [toProblem(file, { path: ['rules', index, 'name'], text: `"${name}" occurs twice, expected each rule once` })],
  );
}

/** A ticket in a queue that nobody works is a customer who waits for ever. */
function checkQueues(files: Files, checked: CheckedFiles): readonly Problem[] {
  const { intents, escalation, staff } = checked;
  if (!staff.value) return [];
  const worked = new Set(Object.values(staff.value.staff).flatMap((member) => member.queues));
  const text = (queue: string): string => `nobody in staff.yaml works the queue "${queue}", expected one of ${[...worked].join(', ')}`;
  const ofIntents = Object.entries(intents.value?.intents ?? {})
    .filter(([, row]) => !worked.has(row.queue))
    .map(([name, row]) => toProblem(files.intents, { path: ['intents', name, 'queue'], text: text(row.queue) }));
  const ofRules = (escalation.value?.rules ?? []).flatMap(({ queue }, index) =>
    queue === undefined || worked.has(queue) ? [] : [toProblem(files.escalation, { path: ['rules', index, 'queue'], text: text(queue) })],
  );
  return [...ofIntents, ...ofRules];
}

function checkApprovers(file: YamlFile, { policies, staff }: CheckedFiles): readonly Problem[] {
  if (!policies.value || !staff.value) return [];
  const { role } = policies.value.approval;
  if (Object.values(staff.value.staff).some((member) => member.roles.includes(role))) return [];
  return [
    toProblem(file, { path: ['approval', 'role'], text: `nobody in staff.yaml has the role "${role}", expected somebody who may approve` }),
  ];
}

/** Without a price nothing stops a model at its cap. */
function checkPrices(file: YamlFile, value: ConfigFiles['models'] | undefined): readonly Problem[] {
  if (!value) return [];
  const priced = Object.keys(value.prices.dollarsPerMillionTokens);
  return (['router', 'answers'] as const)
    .filter((key) => !priced.includes(value[key]))
    .map((key) =>
      toProblem(file, {
        path: [key],
        text: `"${value[key]}" has no row under prices.dollarsPerMillionTokens, expected one of ${priced.join(', ')}, or a row of its own (0 for a local model)`,
      }),
    );
}

const DESK_CHANNELS = {
  slack: { looksLike: /^[CG][A-Z0-9]{2,}$/, expected: 'a Slack channel id such as C0123ABCD' },
  discord: { looksLike: /^\d{15,20}$/, expected: 'the id of a Discord forum or text channel, in quotes' },
} as const;

/** Staff's threads must stand somewhere, and nowhere that customers read. */
function checkDesk(file: YamlFile, value: ConfigFiles['settings'] | undefined): readonly Problem[] {
  if (!value || value.desk.on === 'none') return [];
  const { on, channel } = value.desk;
  const { looksLike, expected } = DESK_CHANNELS[on];
  const problem = (text: string): readonly Problem[] => [toProblem(file, { path: ['desk', 'channel'], text })];
  if (!looksLike.test(channel)) return problem(`found "${channel}", expected ${expected}`);
  const { slack, discord } = value.channels;
  const customers = on === 'slack' ? slack.supportChannels : [...discord.supportChannels, ...discord.forumChannels];
  return customers.includes(channel) ? problem(`${channel} is a support channel too: customers would read what staff write`) : [];
}
