import { editDistance } from '../../domain/text/edit-distance.ts';

/** Words for a person at the desk, as they are misspelled most: only these are corrected. */
const PERSON_WORDS = [
  'human',
  'person',
  'agent',
  'operator',
  'manager',
  'supervisor',
  'representative',
  'someone',
  'somebody',
  'customer',
  'service',
  'speak',
  'talk',
  'talking',
  'speaking',
  'assistant',
];

/** Words of their own that differ by a letter. */
const OTHER_WORDS = new Set([
  'humane',
  'tall',
  'task',
  'tank',
  'tale',
  'tack',
  'talc',
  'talks',
  'balk',
  'taking',
  'tanking',
  'stalking',
  'sneaking',
  'assistance',
  'assistants',
  'resistant',
  'speakers',
  'persons',
  'personal',
  'personally',
  'agents',
  'agenda',
  'argent',
  'urgent',
  'humans',
  'manage',
  'manages',
  'managed',
  'managers',
  'operators',
  'operate',
  'operated',
  'customers',
  'custom',
  'services',
  'serviced',
  'speaks',
  'speaker',
  'sneak',
  'steak',
  'speck',
  'spear',
  'peak',
  'regent',
  'parson',
  'representatives',
  'supervisors',
  'representation',
  'persona',
  'personas',
  'personne',
  'personen',
  'persoon',
  'agente',
  'operatore',
  'operador',
  'humano',
  'umano',
  'humain',
  'manger',
]);

/** Further from the word than a slip, and seen often. */
const WRITTEN_FOR: Readonly<Record<string, string>> = {
  costumer: 'customer',
  hooman: 'human',
  humon: 'human',
  tlk: 'talk',
  tak: 'talk',
  sum1: 'someone',
  som1: 'someone',
  sumone: 'someone',
  sumbody: 'somebody',
  spk: 'speak',
  spik: 'speak',
  prson: 'person',
  persn: 'person',
  ppl: 'people',
  colleage: 'colleague',
  supervizor: 'supervisor',
  some1: 'someone',
  somone: 'someone',
  rep: 'representative',
  agt: 'agent',
  agnt: 'agent',
  mngr: 'manager',
};

/** `reprsentative` → `representative`: up to three slips in a long word, one in a short one. Everything else stays as it is. */
export function correctPersonWords(text: string): string {
  return text.replace(/\b[a-z]{3,18}1?\b/giu, (word) => {
    const lower = word.toLowerCase();
    const meant = WRITTEN_FOR[lower];
    if (meant !== undefined) return meant;
    if (lower.length < 4) return word;
    if (OTHER_WORDS.has(lower) || PERSON_WORDS.includes(lower)) return word;
    const target = PERSON_WORDS.find((candidate) => isSlipOf(lower, candidate));
    if (target === undefined) return word;
    const other = LOOKALIKES[target];
    return other !== undefined && editDistance(lower, other) <= editDistance(lower, target) ? word : target;
  });
}

/** What a slip in the word may as well have been. */
const LOOKALIKES: Readonly<Record<string, string>> = { assistant: 'assistance', agent: 'urgent', talking: 'taking', manager: 'manage' };

function isSlipOf(word: string, target: string): boolean {
  const allowed = target.length >= 9 ? 3 : 1;
  if (Math.abs(word.length - target.length) > allowed || word[0] !== target[0]) return false;
  return editDistance(word, target) <= allowed;
}
