import { maskLinks } from './quality/links.ts';
import { maskPrivateData } from './quality/pii-filter.ts';
import type { Scene } from './scene.ts';

/**
 * A question is shown whole, because an answer to half of it would mean something else. What somebody wrote into a record of
 * the shop may stand in it, so addresses that are neither the company's nor the customer's own become dots.
 */
export function maskAddresses(text: string, scene: Scene): string {
  const { before, notes, playbook, speaker, words } = scene;
  const identity = scene.identity();
  const allowedHosts = playbook.agent.company.linkHosts;
  const masked = maskPrivateData(text, {
    audience: 'private',
    ownEmails: [speaker.email, identity.kind === 'anonymous' ? undefined : identity.email].filter((email) => email !== undefined),
    allowedHosts,
    passages: notes.passages,
    facts: notes.facts,
    customerWords: [words, ...before.turns.flatMap(({ inbound }) => inbound.map((message) => message.text))],
  });
  return maskLinks(masked.text, allowedHosts);
}
