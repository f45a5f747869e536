import type { RouterOptions } from '../agent/router/router-options.ts';
import type { Config } from '../config.ts';

/** What the router learns from and how an order number looks, as configured. */
export const routerSettings = ({ utterances, outOfScope, playbook, languageFiles }: Config): RouterOptions => ({
  intents: Object.fromEntries(Object.entries(utterances).map(([intent, topics]) => [intent, { topics }])),
  outOfScope,
  orderIdPattern: playbook.agent.orderIdPattern,
  languageFiles,
});
