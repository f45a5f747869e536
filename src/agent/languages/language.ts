import type { SignalRule } from '../router/signal-rule.ts';
import type { DateWords } from './date-words.ts';
import type { NounForms } from './noun-forms.ts';
import type { Pattern } from './pattern.ts';
import type { TopicRule } from './topic-rule.ts';

/** A language in which customers are read and answered. */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** In English, for staff: `Spanish`. */
  readonly name: string;
  /** In itself, for customers: `español`. */
  readonly ownName: string;
  /** For dates and money, BCP 47: `es-US`. */
  readonly locale: string;
  readonly words: Words;
  /** The first rule that fits gives a signal its reason. English ones are looked at beside those of any other language. */
  readonly signals: SignalWords;
}

/** How a language shows anger, the wish for a person, a mention of the law and the courtesies. */
export interface SignalWords {
  readonly rules: readonly SignalRule[];
  /** Looks like the topic, and is none: the router's own belief in it then raises no signal. */
  readonly except: {
    readonly human_request?: Pattern;
    readonly legal?: Pattern;
    readonly danger?: Pattern;
    readonly dispute?: Pattern;
    /** A complaint in cold blood. A language that does not say how one sounds hears no anger in the belief. */
    readonly complaint?: Pattern;
  };
  /** What is talked about with a shop: strong words about anything else in the world are not for us. */
  readonly business: Pattern;
  /** A word of want or complaint: with one, a text in capitals is a rant. */
  readonly complains: Pattern;
}

/**
 * Every pattern with which the agent reads a customer's own words, named by what it finds. Each repetition in them is
 * bounded, so that a long text costs linear time.
 */
export interface Words {
  readonly answers: AnswerWords;
  readonly closing: ClosingWords;
  readonly identity: IdentityWords;
  readonly orders: OrderWords;
  readonly refunds: RefundWords;
  readonly account: AccountWords;
  readonly address: AddressWords;
  readonly questions: QuestionWords;
  readonly letters: LetterWords;
  readonly requests: RequestWords;
  readonly followUps: FollowUpWords;
  /** Undefined for English, whose dates are counted from today as well: they stand with their reader. */
  readonly values: ValueWords | undefined;
  /** Undefined for English, in whose words the catalogue is written. */
  readonly nouns: NounForms | undefined;
  /** What a plain wording settles more surely than the router's model. */
  readonly topics: readonly TopicRule[];
}

/** Short answers to our own questions. */
export interface AnswerWords {
  /** Opens with a yes, after courtesies. */
  readonly yes: Pattern;
  /** Opens with a no, "wait", "cancel that". */
  readonly no: Pattern;
  /** An "ok" or "fine" without a yes anywhere: agrees only when hardly more is said. */
  readonly weakYes: Pattern;
  /** One word that may stand in a plain yes, besides the words of what was proposed. Only the source is used, over folded text. */
  readonly agrees: RegExp;
  /** Takes a yes back or attaches a condition: "but", "instead", "not", "leave it". */
  readonly reserves: Pattern;
  /** A bare "no" or "nothing" to "anything else?", the whole message. */
  readonly nothingElse: Pattern;
  /** A sentence that gives a mark from 1 to 5 as a digit, its first group. The text is in small letters. */
  readonly ratingDigit: Pattern;
  /** Marks in words, in small letters without accents: `bad` → 2. */
  readonly ratings: Readonly<Record<string, number>>;
  /** "no, the sleeping bag": the same wish about another thing. */
  readonly corrects: Pattern;
  /** "ok", "I see", "a pity, but ok": takes a no from us as it is. */
  readonly accepts: Pattern;
  /** "one sec", "let me look": the answer is still to come. The whole message, or its opening. */
  readonly waits: Pattern;
  /** Takes the offer of a specialist. */
  readonly wantsSpecialist: Pattern;
  /** Opens with a no to that offer. */
  readonly declines: Pattern;
}

/** The end of a conversation, or not. */
export interface ClosingWords {
  readonly thanks: Pattern;
  /** "perfect", "that helps", "got it", "bye". */
  readonly allWell: Pattern;
  /** "but", "still", "another question", a question mark. */
  readonly takesBack: Pattern;
  /** Something that is wanted, politely: "cancel my order, thanks". */
  readonly wantsMore: Pattern;
  /** Opens with "no", "not really", "that didn't help". */
  readonly notHelped: Pattern;
}

/** While a one-time code is awaited. */
export interface IdentityWords {
  /** The mailbox of the account cannot be reached. */
  readonly lostMailbox: Pattern;
  /** "just post the code here". */
  readonly postItHere: Pattern;
  readonly sendAgain: Pattern;
  /** What the code is for, how long it holds, whether it may be in the spam folder. */
  readonly asksAboutCode: Pattern;
  /** Something is asked beside the code. */
  readonly asksMore: Pattern;
}

/** Which order, and what is said of it. */
export interface OrderWords {
  /** "the other order"; never the other card or address. */
  readonly otherOne: Pattern;
  /** The same in answer to our own proposal, where "the other item" is meant too. */
  readonly otherThing: Pattern;
  /** "my last order", "the latest parcel". */
  readonly newest: Pattern;
  /** "it", "that", "the order". */
  readonly refersBack: Pattern;
  readonly notReceived: Pattern;
  /** "the second one" of those we listed: position from 0, -1 for the last. */
  readonly ordinals: readonly { readonly words: Pattern; readonly position: number }[];
  /** "LF-10008, not LF-10007": one order is meant, though two are named. */
  readonly notThat: Pattern;
}

export interface RefundWords {
  /** First match wins: what happened decides which window of the policy applies. */
  readonly reasons: readonly {
    readonly reason: 'unwanted' | 'damaged' | 'defective' | 'wrong_item' | 'not_received';
    readonly words: Pattern;
  }[];
  /** Takes the request back. */
  readonly takesBack: Pattern;
  readonly howLong: Pattern;
  /** "why not all of it?" */
  readonly why: Pattern;
  /** Another one of the same, rather than the money. */
  readonly wantsReplacement: Pattern;
  /** The question that an article answers: "how long do refunds take". */
  readonly howLongQuestion: string;
}

export interface AccountWords {
  /** Off, rather than on, of the newsletter. */
  readonly switchOff: Pattern;
  /** Which detail of the account is meant; the first that fits. */
  readonly details: readonly { readonly field: 'phone' | 'address' | 'name'; readonly words: Pattern }[];
  /** The name after "change my name to", its first group, with its capitals: a regular expression over the text as written. */
  readonly newName: RegExp;
  /** What people put before the name itself: "it's", "my new name is". */
  readonly beforeName: RegExp;
}

/** Postal addresses as this language's customers write them, and ours write back to the USA and Canada. */
export interface AddressWords {
  /** A street with its number and whatever follows it on the line; over the text as written. */
  readonly address: RegExp;
  /** "please", "thanks", "instead" after it; over the text as written. */
  readonly tail: RegExp;
  /** "send it to", "it's", "my new address is" before it; over the text as written. */
  readonly lead: RegExp;
}

/** Questions of a kind. */
export interface QuestionWords {
  /** "in general", "just wondering": no order of one's own is meant. */
  readonly inGeneral: Pattern;
  /** Opens a question, at the start or after a mark. */
  readonly asks: Pattern;
  /** "if the price drops, do you …". */
  readonly supposes: Pattern;
  /** Points at something of the customer's own. */
  readonly own: Pattern;
  /** "when will I hear back?", "any news?" */
  readonly news: Pattern;
  /** "are you a bot?" */
  readonly whatWeAre: Pattern;
  readonly stockOrPrice: Pattern;
  /** "it", "that", "those": the product that was spoken of before. */
  readonly pointsBack: Pattern;
  /** Words that ask for a product and name none, separated by spaces. */
  readonly courtesy: string;
}

/** The parts of a letter that are no request. */
export interface LetterWords {
  /** A subject such as "My order" or "Urgent help please". */
  readonly subjectWithoutWish: Pattern;
  /** The line that addresses us at the top; replaced, so over the text as written. */
  readonly opening: RegExp;
  /** "Best regards" and the name below it; replaced, so over the text as written. */
  readonly closing: RegExp;
}

/** Where one request ends and the next begins. Only the sources of the regular expressions are used, over folded text and with `\b` around them; no groups that capture. */
export interface RequestWords {
  /** Words before a request that say nothing: "hi", "and", "two questions:"; one of them. */
  readonly lead: RegExp;
  /** Words that open a question. */
  readonly question: RegExp;
  /** "I want", "I'd like", "help me". */
  readonly wish: RegExp;
  /** Verbs of an order: "cancel", "send". */
  readonly order: RegExp;
  /** Words that join two requests: "and also", "as well as". */
  readonly and: RegExp;
  /** The words of a clause that asks but only points at what stands beside it: "could you help me with that?" */
  readonly pointing: RegExp;
  /** "it", "that", "the order": the order that was named before. */
  readonly refersBack: Pattern;
  /** What delivery costs or where we deliver to, rather than where a parcel is. */
  readonly deliveryInGeneral: Pattern;
}

/** How a message leans on the one before. Only the sources are used, over folded text. */
export interface FollowUpWords {
  /** Words of messages that mean nothing by themselves: "yes", "the second", "what about". */
  readonly bare: RegExp;
  /** Opens a question that hangs on the one before: "and", "what about". */
  readonly hanging: RegExp;
  /** "it", "those", "the other". */
  readonly pointing: RegExp;
  /** Greetings and thanks, with what may stand before them. */
  readonly social: Pattern;
}

/** Dates, amounts and numbers in words. Only the sources are used, over folded text. */
export interface ValueWords {
  /** Twelve, January first. */
  readonly months: readonly RegExp[];
  /** The word for the first of a month, where it is no number with an ending. */
  readonly firstDay: RegExp;
  readonly dates: DateWords;
  /** Names of currencies and cents behind an amount: "euros?|centimos?". */
  readonly currencies: RegExp;
  /** "phone", "call me on" before a bare number of 9 to 11 digits. */
  readonly phone: RegExp;
}
