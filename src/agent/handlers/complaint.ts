import type { Plan } from './handler.ts';

/** A complaint deserves a person: one apology with the concrete next step, and the whole record for whoever takes it. */
export const complaint: Plan = async (request, scene) => {
  const mayApologise = scene.notes.memory.apologies === 0;
  if (mayApologise) scene.remember({ apologies: 1 });
  return {
    kind: 'hand_over',
    reason: { kind: 'complaint', words: request.words.slice(0, 200) },
    before: scene.say(mayApologise ? 'complaint.sorry' : 'complaint.noted'),
  };
};
