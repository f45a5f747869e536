/** What a short answer to our own question says. Longer messages are read by the router instead. */
export type ShortAnswer = 'yes' | 'no' | 'unclear';

const YES =
  /^(?:(?:oh|ok(?:ay)?|alright|well|um+|hi|hello|hey|thanks|thank you)[,.! ]+)*(?:yes+|yeah|yea|yep|yup|ya|sure(?: thing)?|of course|absolutely|definitely|certainly|correct|confirmed?|i confirm|go (?:ahead|for it)|please do|do it|do that|that'?s (?:right|fine|correct|ok(?:ay)?|good)|(?:that |it )?(?:sounds|looks) (?:good|great|right|fine)|ok(?:ay)?|okey|fine(?: by me)?|agreed|approved?|proceed|perfect|great|👍|✅|sí|si|oui|ja|sim|claro)(?![\p{L}\p{N}])/iu;
const NO =
  /^(?:(?:oh|ok(?:ay)?|well|um+|hi|sorry|actually|thanks|thank you)[,.! ]+)*(?:no+|nope|nah|not (?:now|yet|really|at all)|don'?t|do not|stop|cancel(?: that| it)?|wait|hold on|never ?mind|leave it|forget it|rather not|i(?:'ve| have)? changed my mind|👎|❌|nein|non|não|nao)(?![\p{L}\p{N}])/iu;
const WEAK_YES =
  /^(?:ok(?:ay)?|okey|alright|fine|perfect|great|sure|hi|hello|hey|well|um+|thanks|thank you)\b(?!.*\b(?:yes|yeah|yep|go ahead|confirm\w*|do it|please do|proceed)\b)/iu;
const MOST_WORDS_AFTER_OK = 4;
/** Words that take a yes back or attach a condition; a write needs a plain yes. */
const BUT =
  /\b(?:but|except|unless|only if|wait|hold on|actually|instead|however|change|different|other (?:card|address|one)|not sure|don'?t|cancel|never ?mind|(?<!why )not|no(?! (?:problem|worries|rush|hurry|doubt)\b))\b/iu;

/** The explicit yes that a write needs: it opens with a yes and takes nothing of it back. A question is no answer. */
export function readShortAnswer(text: string): ShortAnswer {
  const words = text.trim().replace(/[’‘]/g, "'");
  if (words === '👍' || words === '✅') return 'yes';
  if (words === '👎' || words === '❌') return 'no';
  if (NO.test(words)) return 'no';
  if (!YES.test(words) || BUT.test(words) || words.includes('?') || words.length > 200) return 'unclear';
  // "ok" alone agrees; "ok, now refund the mugs" goes on to something else.
  return WEAK_YES.test(words) && words.split(/\s+/).length > MOST_WORDS_AFTER_OK ? 'unclear' : 'yes';
}

const RATING_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  terrible: 1,
  bad: 2,
  okay: 3,
  good: 4,
  great: 5,
  excellent: 5,
  perfect: 5,
};

/** A rating from 1 to 5 out of `5`, `4/5`, `★★★★`, `four stars`; undefined when the text says something else. */
export function readRating(text: string): number | undefined {
  const words = text.trim().toLowerCase();
  if (words.length > 60) return undefined;
  const stars = (words.match(/[★⭐]/gu) ?? []).length;
  if (stars >= 1 && stars <= 5) return stars;
  const digit =
    /^(?:(?:i(?:'d| would)? )?(?:give|rate|say)?(?: (?:it|you|this))?(?: an?)? ?)?([1-5])(?:\s*(?:\/|out of)\s*5|\s*stars?)?[.,! ]*(?:thanks.*|thank you.*)?$/u.exec(
      words,
    )?.[1];
  if (digit) return Number(digit);
  const word = /^([a-z]+)(?: stars?)?[.! ]*$/u.exec(words)?.[1];
  return word === undefined ? undefined : RATING_WORDS[word];
}
