/** M. F. Porter, "An algorithm for suffix stripping" (1980), step by step. English, lower case, letters only. */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  return dropFinalE(suffixes4(suffixes(suffixes(finalY(pastAndGerund(plural(word))), STEP_2), STEP_3)));
}

/** The number of vowel-consonant sequences, which the paper calls m. */
function measure(text: string): number {
  let sequences = 0;
  let afterVowel = false;
  for (let index = 0; index < text.length; index++) {
    const vowel = isVowel(text, index);
    if (!vowel && afterVowel) sequences++;
    afterVowel = vowel;
  }
  return sequences;
}

function isVowel(text: string, index: number): boolean {
  const letter = text[index];
  if (letter === 'y') return index > 0 && !isVowel(text, index - 1);
  return letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u';
}

function hasVowel(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (isVowel(text, index)) return true;
  return false;
}

function endsInDoubleConsonant(text: string): boolean {
  const last = text.length - 1;
  return last > 0 && text[last] === text[last - 1] && !isVowel(text, last);
}

/** Consonant, vowel, consonant, where the last is not w, x or y: `hop`, but not `snow`. */
function endsInShortSyllable(text: string): boolean {
  const last = text.length - 1;
  return last >= 2 && !isVowel(text, last) && isVowel(text, last - 1) && !isVowel(text, last - 2) && !'wxy'.includes(text[last] ?? '');
}

function plural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ies')) return word.slice(0, -2);
  if (word.endsWith('ss')) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function pastAndGerund(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  for (const suffix of ['ed', 'ing']) {
    if (!word.endsWith(suffix)) continue;
    const root = word.slice(0, -suffix.length);
    return hasVowel(root) ? repairRoot(root) : word;
  }
  return word;
}

function repairRoot(root: string): string {
  if (/(?:at|bl|iz)$/.test(root)) return `${root}e`;
  if (endsInDoubleConsonant(root) && !/[lsz]$/.test(root)) return root.slice(0, -1);
  return measure(root) === 1 && endsInShortSyllable(root) ? `${root}e` : root;
}

function finalY(word: string): string {
  return word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

type Replacement = readonly [suffix: string, by: string];

const STEP_2: readonly Replacement[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];
const STEP_3: readonly Replacement[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP_4: readonly string[] = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'ion',
  'al',
  'er',
  'ic',
  'ou',
];

function suffixes(word: string, table: readonly Replacement[]): string {
  for (const [suffix, by] of table) {
    if (!word.endsWith(suffix)) continue;
    const root = word.slice(0, -suffix.length);
    return measure(root) > 0 ? root + by : word;
  }
  return word;
}

function suffixes4(word: string): string {
  for (const suffix of STEP_4) {
    if (!word.endsWith(suffix)) continue;
    const root = word.slice(0, -suffix.length);
    if (suffix === 'ion' && !/[st]$/.test(root)) return word;
    return measure(root) > 1 ? root : word;
  }
  return word;
}

function dropFinalE(word: string): string {
  let result = word;
  if (result.endsWith('e')) {
    const root = result.slice(0, -1);
    const m = measure(root);
    if (m > 1 || (m === 1 && !endsInShortSyllable(root))) result = root;
  }
  return measure(result) > 1 && result.endsWith('ll') ? result.slice(0, -1) : result;
}
