import { checkReply } from './quality/quality-check.ts';
import type { QualityVerdict } from './quality/quality-check.ts';
import { sentencesIn } from './replies.ts';
import type { Scene } from './scene.ts';

const PREVIOUS_REPLIES = 3;

/** Holds a reply against everything this conversation may rely on: tool results, passages, policy and settings. */
export function checkQuality(text: string, citations: readonly string[], scene: Scene): QualityVerdict {
  const { playbook, before, notes } = scene;
  const { policies, agent } = playbook;
  const earlier = before.turns.flatMap(({ actions }) => actions.map(({ summary }) => summary));
  const identity = scene.identity();
  return checkReply(
    { text, citations },
    {
      passages: notes.passages,
      facts: [
        ...notes.facts,
        ...earlier,
        policies.refund.paidWithin,
        scene.speech.paidWithin(),
        `${policies.approval.promiseHours} hours`,
        agent.company.name,
        agent.company.agentName,
        scene.speech.disclosure(),
      ],
      templates: sentencesIn(playbook, scene.language.code),
      customerWords: [scene.words, ...before.turns.flatMap(({ inbound }) => inbound.map((message) => message.text))],
      audience: scene.shared ? 'shared' : 'private',
      ownEmails: [scene.speaker.email, identity.kind === 'anonymous' ? undefined : identity.email].filter((email) => email !== undefined),
      allowedHosts: agent.company.linkHosts,
      previousReplies: before.turns.slice(-PREVIOUS_REPLIES).flatMap(({ said }) => said.map((line) => line.text)),
      apologiesSoFar: before.memory.apologies,
      onceMore: scene.say('once_more'),
    },
  );
}
