import { describe, expect, it } from '@jest/globals';
import { english } from '../../../src/agent/languages/english/english.ts';
import { findSignals } from '../../../src/agent/router/signals.ts';
import type { HistoryLine, Signal } from '../../../src/domain/classification.ts';

const raisedIn = (text: string) => findSignals(text, [], english);

function signalsIn(text: string, history: readonly HistoryLine[] = []): Signal[] {
  return findSignals(text, history, english).map((raised) => raised.signal);
}

describe('anger', () => {
  it.each([
    "this is the third time I'm asking where it is",
    'you people are useless',
    'this is ridiculous',
    'worst company ever',
    "I'm fed up with this",
    'what the hell is wrong with you',
    'your service is absolutely terrible',
    'WHERE IS MY ORDER??? I WANT MY MONEY BACK NOW',
    'thanks for nothing',
    'never ordering from you again',
    'nobody answers my mails, I am furious',
    'stop wasting my time',
    '🤬',
    'how many more times do I have to explain this',
    'this is bullshit',
    'you stupid bot',
    'I SAID CANCEL IT NOW',
    'do you even read my messages',
    'I hate this company',
    'absolutely appalled by this',
    "for heaven's sake just cancel it",
  ])('is heard in: %s', (text) => {
    expect(signalsIn(text)).toContain('angry');
  });

  it.each([
    'I lost my card',
    'how do I kill the process',
    'this is urgent, I leave tomorrow',
    'my tent arrived damaged',
    'I would like to make a complaint',
    'my order is late',
    'hate to bother you, but where is my order',
    'the tent survived the worst storm of the year',
    'holy shit this tent is great, love it',
    'is this a stupid question?',
    'WHERE IS LF-10002',
    'LED LAMP OR USB LAMP',
    'this is the third time I buy from you, great shop',
    "I'm not angry, just curious",
    'tell me a joke',
    'I need a refund now please',
    'I would hate to lose this tent',
    'we had terrible weather',
  ])('is not heard in: %s', (text) => {
    expect(signalsIn(text)).not.toContain('angry');
  });
});

describe('the wish for a person', () => {
  it.each([
    'I want to talk to a human',
    'agent please',
    'reprsentative',
    'I need a humman now',
    'speak to someone',
    'can I speak with a real person',
    'not a bot please',
    "I don't want to chat with a robot",
    'get me your manager',
    'connect me w/ a rep',
    'transfer me to the support team',
    'is there anyone I can talk to',
    'please call me back',
    'let me talk to somebody who can help',
    'operator',
    '🗣️',
    'can a person look at this',
    'lemme speak to sumone real',
    'escalate this',
    "I don't want to talk to a bot, give me a human",
    'quiero hablar con una persona',
    'je veux parler à un conseiller',
    'ich möchte mit einem Menschen sprechen',
    'quero falar com um atendente',
    'vorrei parlare con un operatore',
    'ik wil met een medewerker spreken',
  ])('is heard in: %s', (text) => {
    expect(signalsIn(text)).toContain('asks_for_human');
  });

  it.each([
    'do you have a human-sized tent',
    'I want the 2-person tent',
    'I need a one person tent',
    'which person tent is lighter',
    'is a person going to deliver it?',
    'are you a real person?',
    'am I talking to a human',
    'the agent was rude to me',
    'I spoke to an agent yesterday',
    "I don't want to talk to a human",
    'call me a taxi',
    'the operator manual of the stove',
    'it fits six people',
    'I need a new sleeping bag',
    'I have to talk to my colleague first',
    'I need to speak with my manager before I decide',
    'who do I ask for in your store in Portland',
    'does anyone there know if the tent fits a cot',
    'is somebody home needed for delivery',
    'can someone else pick up my parcel',
    'send it to our head office at 5 Main Street',
    "I don't use AI search, where is the size chart",
    "I don't like automated emails, unsubscribe me",
    'I let Maria look at the tent and she loves it',
  ])('is not heard in: %s', (text) => {
    expect(signalsIn(text)).not.toContain('asks_for_human');
  });
});

describe('a legal mention', () => {
  it.each([
    'my lawyer will be in touch',
    'I will sue you',
    'see you in court',
    "I'm going to small claims",
    'I will do a chargeback',
    'this is a GDPR request',
    'I will report you to the BBB',
    'trading standards will hear about this',
    'consumer protection agency',
    'I will dispute this with my bank',
    'ich schalte meinen Anwalt ein',
    'voy a llamar a mi abogado',
    'je vais porter plainte',
  ])('is heard in: %s', (text) => {
    expect(signalsIn(text)).toContain('mentions_legal');
  });

  it.each([
    'legal size paper',
    'please send it to Sue',
    'Sue said it is late',
    'do you sell court shoes',
    'is it legal to camp there',
    "my company's legal department needs an invoice",
    'article 20 in my cart disappeared',
    "I'm a reporter's wife and need a gift",
    'do you print our logo on bottles',
    'UPS opened a case for the lost parcel',
    'my lawyer friend loved the mug',
    'is it against the law to ship gas cartridges to Norway?',
    'I contested nothing',
  ])('is not heard in: %s', (text) => {
    expect(signalsIn(text)).not.toContain('mentions_legal');
  });
});

describe('a danger', () => {
  it.each([
    ['the burner flared up and burned my sleeve and my arm', 'injury'],
    ['my wrist is broken, the hammock came down', 'injury'],
    ['we had to go to the hospital after eating it', 'medical'],
    ['she got food poisoning', 'medical'],
    ['my niece nearly swallowed the cap, my daughter swallowed the other one', 'swallowed'],
    ['the power bank caught fire on the table', 'fire'],
    ['the canister leaks', 'fire'],
    ['the rope snapped while I was climbing', 'gave_way'],
    ["I'll find you and hurt you, I'll kill someone", 'threat'],
    ['I am going to kill myself', 'despair'],
    ['my ex has my password and sees my address', 'hides_from_somebody'],
  ])('is heard in: %s', (text, rule) => {
    expect(raisedIn(text)).toContainEqual(expect.objectContaining({ signal: 'reports_danger', rule }));
  });

  it.each([
    'does the stove get so hot that it burned somebody',
    'can the battery catch fire',
    'do you sell burn gel for my first aid kit',
    'these boots hurt my feet, can I swap them',
    'the fire steel does not spark',
    'I could kill for a coffee',
    'how do I kill the process',
    'dying to get this tent',
    'please deliver it to the hospital, I work there',
    'refund LF-10004 please, I was in hospital and could not send it back in time',
    'is the stove dangerous for children or fine from 12',
    'my inbox is on fire',
    'the mug broke when I opened the parcel',
    'the buckle broke on my shoulder strap',
    'the zip broke and I want my money back',
    'the mug broke in my hands when I washed it',
    'stitches on the seam are loose',
    'it smells of smoke and looks used',
    'my ex and I share the account, can I change the email',
    'I know where your shop is, can I pick it up there',
    'I have a gun cabinet, does the lock fit',
    "I can't breathe in this jacket, is it waterproof",
    'we had to go to the doctor for a vaccine',
    'it blew up my mattress in two minutes, great pump',
  ])('is not heard in: %s', (text) => {
    expect(signalsIn(text)).not.toContain('reports_danger');
  });
});

describe('a disputed charge', () => {
  it.each([
    'you charged me twice',
    "I don't recognise this charge",
    'there is an unauthorised charge on my card',
    'I want to dispute this payment',
    'two payments of $40 for one order',
    'I was overcharged',
    'you billed me for an order I cancelled',
    'someone used my card at your shop',
  ])('is heard in: %s', (text) => {
    expect(signalsIn(text)).toContain('disputes_charge');
  });

  it.each([
    'how do I charge the lamp',
    'I charged my headlamp twice and it is still empty',
    'is there a charge for returns',
    'I bought two tents',
    'how can I pay',
  ])('is not heard in: %s', (text) => {
    expect(signalsIn(text)).not.toContain('disputes_charge');
  });
});

describe('manners and repetition', () => {
  it.each([
    ['thanks a lot', 'thanks'],
    ['thx!', 'thanks'],
    ['vielen Dank', 'thanks'],
    ['muchas gracias', 'thanks'],
    ['hi there', 'greeting'],
    ['Good morning, where is my order', 'greeting'],
    ['Bonjour', 'greeting'],
    ['I already asked this', 'repeats_question'],
    ['you did not answer my question', 'repeats_question'],
  ] as const)('hears in "%s": %s', (text, signal) => {
    expect(signalsIn(text)).toContain(signal);
  });

  it.each([
    ['no thanks', 'thanks'],
    ['thanks for nothing', 'thanks'],
    ['this is about my order', 'greeting'],
    ['can you ship again to my address', 'repeats_question'],
  ] as const)('does not hear in "%s": %s', (text, signal) => {
    expect(signalsIn(text)).not.toContain(signal);
  });

  it('notices a question that comes again in nearly the same words', () => {
    const history = [
      { role: 'customer', text: 'When will my boots arrive?' },
      { role: 'agent', text: 'Soon.' },
    ] as const;
    expect(signalsIn('when will my boots arrive', history)).toContain('repeats_question');
    expect(signalsIn('when will my refund arrive', history)).not.toContain('repeats_question');
  });

  it('names the rule and the words that raised a signal', () => {
    expect(findSignals('Hello, I will sue you', [], english)).toContainEqual({ signal: 'mentions_legal', rule: 'sue', words: 'will sue' });
  });

  it('reads 100,000 letters of one kind without getting stuck', () => {
    for (const letter of ['a', 'a ', '!', 'I want ', '1-']) expect(() => findSignals(letter.repeat(100_000), [], english)).not.toThrow();
  });
});
