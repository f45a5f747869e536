import type { Command } from './command.ts';

/** One line a command, in the order of `deskhand --help`; loaded only when used. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  chat: async () => (await import('./chat.ts')).chatCommand,
  converse: async () => (await import('./converse.ts')).converseCommand,
  desk: async () => (await import('./desk.ts')).deskCommand,
  init: async () => (await import('./init.ts')).initCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  classify: async () => (await import('./classify.ts')).classifyCommand,
  retrieve: async () => (await import('./retrieve.ts')).retrieveCommand,
  ingest: async () => (await import('./ingest.ts')).ingestCommand,
  knowledge: async () => (await import('./knowledge.ts')).knowledgeCommand,
  'parse-email': async () => (await import('./parse-email.ts')).parseEmailCommand,
  render: async () => (await import('./render.ts')).renderCommand,
  redact: async () => (await import('./redact.ts')).redactCommand,
  act: async () => (await import('./act.ts')).actCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  'draft-article': async () => (await import('./draft-article.ts')).draftArticleCommand,
  metrics: async () => (await import('./metrics.ts')).metricsCommand,
  slack: async () => (await import('./slack.ts')).slackCommand,
};
