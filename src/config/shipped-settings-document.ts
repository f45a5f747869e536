import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledgeSettings } from '../agent/knowledge/knowledge-settings.ts';
import { modelSettings } from '../agent/llm/model-settings.ts';
import { escalationFile, intentsFile, policiesFile, repliesFile, settings, staffFile } from './schemas.ts';
import { settingsDocument, type RowsSource, type SettingsSource } from './settings-document.ts';

const ROWS: readonly RowsSource[] = [
  {
    file: 'intents.yaml',
    schema: intentsFile,
    row: ['intents', 'name'],
    about: '`intents:` holds one block per intent; `out_of_scope:` lists what customers write that no intent covers.',
    meanings: {
      description: 'What the intent is about, for people',
      tools: 'Tools that a turn of this intent may call',
      threshold: 'Calibrated confidence below which a human decides, 0 to 1',
      categories: 'Knowledge categories that are searched; empty searches all',
      autonomy: '`off` hands everything to a human, `draft` lets a human send the answer, `auto` answers',
      queue: 'Queue of its tickets; somebody in staff.yaml must work it',
      priority: 'Priority of its tickets unless a rule says otherwise',
      topics: 'Per topic, what customers write, one utterance a line; the router learns from it',
    },
  },
  {
    file: 'staff.yaml',
    schema: staffFile,
    row: ['staff', 'name'],
    about: '`staff:` holds one block per person, under the name that `deskhand desk --as` takes.',
    meanings: {
      displayName: 'Name that customers see under this person’s replies',
      roles: '`agent`, `supervisor`, and the role that policies.yaml names for approvals',
      queues: 'Queues this person works',
      approvalLimitCents: 'Largest amount this person may approve, in cents',
      slack: 'Their Slack account as `TEAM/USER`: who presses a button there, and who silences the agent in a thread',
      discord: 'Their Discord user id, for the same',
      email: 'Their own mail address: nobody approves what they asked for themselves',
    },
  },
  {
    file: 'knowledge.yaml',
    schema: knowledgeSettings,
    row: ['sources', 0],
    about:
      '`sources:` lists where articles come from: a folder, a sitemap or a JSON export each. `pinecone:` and what is fetched are explained in [knowledge.md](knowledge.md).',
    meanings: {
      name: 'Name of the source, for people',
      folder:
        'Folder of Markdown, HTML, text, PDF or JSON, relative to the configuration folder; changes are picked up while the agent runs',
      sitemap: 'Or: address of a sitemap, whose pages are the articles',
      paths: 'Only pages of the sitemap whose path begins with one of these',
      export: 'Or: address of a JSON export of articles',
      ticketsOfDays:
        'Or: a number of days, whose resolved conversations become articles without persons, `internal` unless `audience` says otherwise',
      fetch:
        'Bounds of a fetch: `pages` (1000), `megabytes` of a page (5), `minutes` (15), `depth` of sitemaps (3), `privateAddresses` (false)',
      category: 'Category of articles that name none',
      audience: '`internal` articles inform humans and are never quoted to a customer',
      priority: 'How much a source counts when articles compete',
      refresh:
        'How often its owner looks at it (overdue critical articles are reported), and when a sitemap or export is fetched again: `daily`, `weekly`, `monthly`, `on_release`, `on_change` or a cron expression of five fields',
      validFrom: 'First day of articles that name none (`valid_from`)',
      validUntil: 'Last moment of articles that name none (`valid_until`)',
      language: 'Two-letter code of the language of articles that do not name one themselves; English without it',
      baseUrl: 'Put in front of an article’s id to link it',
    },
  },
  {
    file: 'replies.yaml',
    schema: repliesFile,
    row: [],
    about:
      'Every sentence the agent can say without a model: key → a sentence, or a list of wordings to vary. `{names}` in braces are filled in.',
    meanings: {},
  },
];

/** The document for the files in `folder`. */
export function shippedSettingsDocument(folder: string): string {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const sources: readonly SettingsSource[] = [
    { file: 'default.yaml', text: read('default.yaml'), schema: settings, about: 'One block per folder of the source.' },
    {
      file: 'models.yaml',
      text: read('models.yaml'),
      schema: modelSettings,
      leaveOut: ['prices'],
      about:
        'Language models, used once ANTHROPIC_API_KEY is set; docs/model.md tells what is sent. `prices:` holds the date they were looked up and dollars for a million tokens of each model: `input`, `cacheWrite`, `cacheRead`, `output`.',
    },
    {
      file: 'escalation.yaml',
      text: read('escalation.yaml'),
      schema: escalationFile,
      leaveOut: ['rules'],
      about: '`rules:` lists name, priority and optionally queue; the first rule that matches wins. The limits they use:',
    },
    {
      file: 'policies.yaml',
      text: read('policies.yaml'),
      schema: policiesFile,
      leaveOut: ['rules'],
      about: '`rules:` holds a sentence for the customer and one for staff per named rule. Amounts are whole cents, windows are days.',
      meanings: {
        'approval.role': 'role in staff.yaml that may approve',
        'approval.expiresAfterHours': 'an approval that nobody decides ends after this',
        'approval.promiseHours': 'the customer is promised a decision within this; it alarms when it is late',
        'limits.refundPerShopDayCents': 'refunds of the whole shop within 24 hours above which a human approves',
        'refund.damagedWindowDays': 'window for damaged, defective or wrong items, final sale included',
        'refund.lostAfterDays': 'days without a carrier scan after which a parcel counts as lost',
        'refund.paidWithin': 'what customers are told',
      },
    },
  ];
  return `${settingsDocument(sources, ROWS)}\n`;
}
