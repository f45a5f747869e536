const YES =
  /^(?:(?:oh|ok(?:ay)?|alright|well|great|perfect|thanks|thank you|understood|i understand|sure)[,.! ]+)*(?:and )?(?:yes+|yeah|yep|yup|oui|sí|si|ja|sure|of course|absolutely|definitely|certainly|correct|confirmed?|agreed|approved?|i (?:do )?(?:confirm|agree|approve)|(?:please |you can |let's |let us |just )?(?:go ahead|proceed|go for it)|please do|do it|do that|that(?:'s| is| all)? ?(?:sounds?|looks?|is|works|right|correct|perfect|fine|good)|(?:everything |it )?(?:sounds|looks) (?:good|great|right|fine|perfect|correct))(?![\p{L}\p{N}])/iu;
/** `For the second order, yes, please go ahead.` */
const YES_AFTER_CLAUSE = /[,;:]\s+(?:(?:then|so|and)\s+)?(?:yes|yeah|please go ahead|please proceed|go ahead)(?![\p{L}\p{N}])/iu;
const NO =
  /^(?:(?:oh|ok(?:ay)?|well|sorry|actually|hm+)[,.! ]+)*(?:no+(?! (?:problem|worries|rush|further))|nope|nah|not (?:now|yet|really|at all)|(?:please )?(?:don't|do not|stop)|wait|hold on|never ?mind|leave it|forget it|i(?:'d| would)? rather not|i(?:'ve| have)? changed my mind)(?![\p{L}\p{N}])/iu;

/**
 * Whether a line of any length agrees to what was proposed: one of its sentences opens with a yes, none opens with a no,
 * and a question is no answer.
 */
export function isExplicitYes(line: string): boolean {
  const sentences = line.replace(/[’‘]/g, "'").match(/[^.!?\n]+[.!?]*/g) ?? [];
  const said = sentences
    .map((sentence) => sentence.replace(/^[^\p{L}\p{N}]+|\s+$/gu, ''))
    .filter((sentence) => sentence !== '' && !sentence.endsWith('?'));
  return said.some((sentence) => YES.test(sentence) || YES_AFTER_CLAUSE.test(sentence)) && !said.some((sentence) => NO.test(sentence));
}
