import { isStopWord, stemOf, wordsOf } from '../../domain/text/words.ts';
import { canonical, GEAR_NOUNS } from './concepts.ts';

/** One word of a question or of a phrasing, read as what it stands for. */
export interface WordUnit {
  readonly stem: string;
  /** How much it tells what is asked: 1 for a subject, 0 for a word that any question may have. */
  readonly weight: number;
  /** A kind of gear also stands for "an item": who asks whether boots can be returned is answered by the rule for all items. */
  readonly isGear: boolean;
}

/** Carry little: they stand in questions about anything. */
const WEAK = stemsIn(
  'want need know help tell question like thing stuff way something anything someone get got go make take use put keep let see say ask look try still even ' +
    'ever much long many day days happen possible able about offer sell have receive give does work find two three both several policy rule rules come provide allow allowed ' +
    'available new already wish plan decide option options back mean means left able order item last gear product info information detail details ' +
    'enter spend credit debit forgot forgotten remember stop remove rid include included including eligible permit permitted speak talk chat talking speaking reach spread disappear vanish happen happening become ' +
    'involve require required necessary normal common fast quick slow easy hard best better good bad nice sure ready full whole part empty big small long short high low much enough ' +
    'send sending sent bring come came coming turn went leave run start begin began end finish wait waiting expect expected hope hoping seem show showed move moved moving read say tell told ' +
    'feel care matter deal handle manage arrange set sort follow call called name named explain describe ask asked answer answered talk write wrote hit follow count counted cover ' +
    'receive received accept accepted usual wait process processing handle rights right approach method service proper correct properly possible likely chance option choose pick select prefer ' +
    'own rather instead else other difference exactly beforehand afterwards later early recently once while away off under along inside outside sit sits stand stands standing contact work works working',
);
/** Carry nothing. */
const FILLER = stemsIn(
  'usually usual generally general normally typically exactly exact roughly approximately currently moment right today really quick brief simple simply ' +
    'shop site website webpage company business larkfield outfitters customer customers people somebody anybody folks everyone guys hello hi hey please thanks thank kindly ' +
    'wondering wonder curious maybe perhaps think thinking guess suppose sure also though actually basically lately yet always one ones ya yall gonna wanna gotta cool great good ' +
    'sir madam would could might anyway sorry eh oh hmm lol love team support question quickly around kind sort case first next soon regarding concerning inquire enquire inquiry enquiry ' +
    'inform advise obliged grateful appreciate able mum mom dad wife husband friend brother sister son daughter asking interested ahead time times place total amount certain given item buy ' +
    'son daughters sisters brothers family parents mother father aunt uncle cousin neighbor boyfriend girlfriend partner colleague employer boss someone ' +
    'year month week yesterday tonight morning afternoon evening night nights tomorrow ago last monday tuesday wednesday thursday friday january february march april may june july ' +
    'august september october november december birthday christmas holiday present anniversary different value worth lot lots little bit pretty super totally absolutely type register ' +
    'luck hate threw throw months weeks minutes min degrees guys yall alright okay fine hit pair kindly hurry urgent urgently purchase product products stuff thingy guess mind hear heard explain clarify understand believe already finally place wrote choose pick live lives ' +
    'alabama arizona arkansas california colorado connecticut delaware florida georgia idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan ' +
    'minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia ' +
    'washington wisconsin wyoming chicago boston seattle portland denver houston dallas austin miami atlanta phoenix los angeles san francisco diego city state usa america us',
);
/** Stand in so many questions to a shop that they say little about which one it is. */
const COMMON = stemsIn('order orders parcel item purchase');
/** Turn a question into another one. */
const TELLING: Readonly<Record<string, number>> = {
  whenq: 0.6,
  costq: 0.6,
  where: 0.4,
  why: 0.5,
  not: 0.4,
  who: 0.4,
  which: 0.2,
  howq: 0.15,
};

function stemsIn(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(stemOf));
}

/** What a text asks about, in order; `readWording` of a phrasing and of a question can be compared. */
export function readWording(text: string): readonly WordUnit[] {
  const units: WordUnit[] = [];
  const seen = new Set<string>();
  for (const word of wordsOf(canonical(text))) {
    const stem = stemOf(word);
    if (seen.has(stem)) continue;
    seen.add(stem);
    units.push({ stem, weight: weightOf(word, stem), isGear: GEAR_NOUNS.has(stem) });
  }
  return units;
}

/** Whether a text says what it is about, in contrast to "and how long does it take?". */
export const namesSubject = (text: string): boolean => readWording(text).some(({ weight }) => weight >= 1);

function weightOf(word: string, stem: string): number {
  const telling = TELLING[word];
  if (telling !== undefined) return telling;
  if (isStopWord(word) || FILLER.has(stem)) return 0;
  if (COMMON.has(stem)) return 0.5;
  return WEAK.has(stem) || /^\d+$/.test(word) ? 0.3 : 1;
}
