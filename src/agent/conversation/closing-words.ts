const MOST_WORDS = 16;
const THANKS =
  /\b(?:thanks|thank you|thx|ty|cheers|much appreciated|appreciate (?:it|that|your)|gracias|merci|danke|obrigad[oa]|grazie|dank je)\b|🙏|❤️/iu;
const ALL_WELL =
  /^(?:(?:ugh|oh|well|hmm+|um+|ok(?:ay)?|right)[,.! ]+)*(?:good|nice|cool|ok(?:ay)?|super|fine|alright|whatever|too bad)[.! ]*$|\b(?:forget (?:it|about it)|never ?mind|perfect|great|awesome|excellent|brilliant|wonderful|lovely|that (?:helps?|helped|worked|works|answers? it|did it|does it)|(?:that'?s|it'?s) (?:all|it|everything|perfect|great|fine)|got it|all (?:good|set|done|clear)|(?:i'?m|we'?re) (?:all )?(?:good|set|done|fine|happy)|no(?:pe)?,? (?:that'?s|thanks|thank you|i'?m (?:good|fine)|all good|nothing)|nothing else|no more questions|problem solved|solved|sorted|(?:good )?bye|have a (?:good|nice|great))\b|👍|✅|🎉/iu;
const TAKES_BACK =
  /\?|\b(?:but|however|except|still|not (?:what|helpful|really|perfect|great|good|solved|working)|isn'?t|doesn'?t|didn'?t|can'?t|no thanks to|another (?:question|thing)|also|one more|by the way|what about|how about|great,? (?:another|just)|just great)\b/iu;

/** Something that is still wanted, politely: "cancel my order, thanks". */
const WANTS_MORE =
  /(?:^|[.,;:!\n]\s*|\b(?:please|pls|and|then|now|you|to)\s+)(?:please\s+|just\s+)?(?:cancel|refund|return|replace|exchange|track|send|re-?send|ship|change|update|check|give|tell|show|call|help|look|find|transfer|connect|close|delete|reset|stop|fix)\b|\b(?:where|when|why|how|what|which|who)(?:'s| is| are| was| do| does| did| will| would| can| could| long| much| many| soon)\b|(?<!\b(?:all|what|everything) )\bi(?:'d like| would like| want| need| wish| am looking| haven'?t| have not| still)\b|\b(?:can|could|would|will) (?:you|i|we|someone)\b|\bfor nothing\b/iu;

/** Thanks or "all good" and nothing else: the end of a conversation, not a new request. */
export function isClosingWord(text: string): boolean {
  const words = text.trim().replace(/[’‘]/g, "'");
  if (words === '' || words.split(/\s+/).length > MOST_WORDS || TAKES_BACK.test(words) || WANTS_MORE.test(words)) return false;
  return THANKS.test(words) || ALL_WELL.test(words);
}

const NOT_HELPED =
  /^(?:no(?:pe)?|nah|not (?:really|at all|quite|yet)|it (?:did(?:n'?t| not)|does(?:n'?t| not)) help|that (?:did(?:n'?t| not)|does(?:n'?t| not)) help|unfortunately not|useless|still (?:not|no|broken|the same))\b/iu;

/** A bare "no, that did not help" to our own question. */
export const saysNotHelped = (text: string): boolean => NOT_HELPED.test(text.trim().replace(/[’‘]/g, "'")) && !isClosingWord(text);
