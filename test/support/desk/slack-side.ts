import { z } from 'zod';
import { assertNever } from '../../../src/domain/assert-never.ts';
import { soon } from './soon.ts';
import { startFakeSlack, type FakeSlack } from '../slack/fake-slack.ts';
import type { Posted } from '../slack/fake-workspace.ts';
import { BOT_USER, clickPayload, fileObject, formPayload, freshTs, messageEvent } from '../slack/slack-payloads.ts';
import { DESK_CHANNEL, SLACK_PEOPLE, slackEnv, withSlackDesk } from './desk-accounts.ts';
import type { DeskAct, DeskSide, Person, PreparedAct } from './desk-side.ts';

const words = z.looseObject({ text: z.string() });
const block = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('header'), text: words }),
  z.looseObject({ type: z.literal('section'), text: words }),
  z.looseObject({ type: z.literal('context'), elements: z.array(words) }),
  z.looseObject({
    type: z.literal('actions'),
    block_id: z.string(),
    elements: z.array(z.looseObject({ action_id: z.string(), value: z.string(), text: words })),
  }),
]);
const cardMetadata = z.looseObject({ event_type: z.literal('deskhand_card'), event_payload: z.looseObject({ ticket: z.string() }) });

const blocksOf = (post: Posted): readonly z.infer<typeof block>[] => z.array(block).parse(post.blocks ?? []);
const textOf = (post: Posted): string =>
  blocksOf(post)
    .flatMap((one) => (one.type === 'actions' ? [] : one.type === 'context' ? one.elements.map(({ text }) => text) : [one.text.text]))
    .join('\n');

/** How long somebody waits for a click to be taken; Slack itself waits three seconds. */
const ACK_MS = 1_500;

/** A time stamp after all that stand there. */
const laterThan = (posts: readonly Posted[]): string => (Math.max(0, ...posts.map(({ ts }) => Number(ts))) + 0.000_1).toFixed(6);

/** A Slack workspace with the desk's channel; `outsider` is listed by mistake, with another workspace. */
export async function openSlackSide(given?: FakeSlack): Promise<DeskSide & { readonly slack: FakeSlack }> {
  const slack = given ?? (await startFakeSlack(() => Math.floor(Date.now() / 1_000)));
  const cardOf = (ticket: string): Posted | undefined =>
    slack.posts(DESK_CHANNEL).findLast((post) => cardMetadata.safeParse(post.metadata).data?.event_payload.ticket === ticket);
  const standing = (ticket: string): Promise<Posted> => soon(`a card of ${ticket}`, () => cardOf(ticket));

  /** As Slack does: what is not acknowledged comes again. */
  async function deliver(payload: Parameters<FakeSlack['emit']>[0], times = 1): Promise<void> {
    const taken = await Promise.all(Array.from({ length: times }, (_, retry) => slack.emit(payload, { retry, withinMs: 1_500 })));
    for (let retry = 1; taken.includes(false) && retry <= 3; retry += 1) {
      if (await slack.emit(payload, { retry })) return;
    }
    if (taken.includes(false)) throw new Error('Slack got no acknowledgement');
  }

  /** One click; each has a time stamp of its own. */
  async function clickOn(ticket: string, label: string, who: Person, value?: string): Promise<ReturnType<typeof clickPayload>> {
    const card = await standing(ticket);
    const buttons = blocksOf(card).flatMap((one) =>
      one.type === 'actions' ? one.elements.map((button) => ({ ...button, blockId: one.block_id })) : [],
    );
    // A card that is out of date still has its buttons on somebody's screen.
    const button = buttons.find(({ text }) => text.text === label);
    const name = label === 'Return to bot' ? 'return' : label.toLowerCase().replace(' ', '_');
    return clickPayload({
      blockId: button?.blockId ?? `desk/${ticket}`,
      actionId: button?.action_id ?? `deskhand.desk.${name}`,
      value: value ?? button?.value ?? name,
      messageTs: card.ts,
      channel: DESK_CHANNEL,
      actionTs: freshTs(),
      ...SLACK_PEOPLE[who],
    });
  }

  /** Presses, and fills in the form that opens; it is one form, however often it is sent. */
  async function formOf(ticket: string, label: string, who: Person, said: string): Promise<ReturnType<typeof formPayload>> {
    const before = slack.workspace.views.length;
    await deliver(await clickOn(ticket, label, who));
    const opened = await soon(`a form for ${label}`, () => slack.workspace.views[before]);
    return formPayload({ id: `V${freshTs().replace('.', '')}`, view: opened.view, words: said, ...SLACK_PEOPLE[who] });
  }

  /** Words below a card, which stand in the history from then on. */
  async function wordsBelow(ticket: string, who: Person, text: string): Promise<ReturnType<typeof messageEvent>> {
    const card = await standing(ticket);
    const { user, team } = SLACK_PEOPLE[who];
    const said = { channel: DESK_CHANNEL, thread_ts: card.ts, ts: laterThan(slack.posts(DESK_CHANNEL)), user, text };
    slack.workspace.write({ ...said, parent_user_id: BOT_USER, client_msg_id: `c-${said.ts}` });
    return messageEvent({ ...said, team, parent_user_id: BOT_USER });
  }

  /** Slack repeats an event that was not acknowledged; a click it does not, so the person clicks again. */
  async function prepare(ticket: string, act: DeskAct, who: Person): Promise<PreparedAct> {
    switch (act.kind) {
      case 'press':
        return { deliver: async () => slack.emit(await clickOn(ticket, act.label, who), { withinMs: ACK_MS }) };
      case 'fill': {
        const form = await formOf(ticket, act.label, who, act.words);
        return { deliver: () => slack.emit(form, { withinMs: ACK_MS }) };
      }
      case 'say': {
        const event = await wordsBelow(ticket, who, act.words);
        let retry = -1;
        return { deliver: () => slack.emit(event, { withinMs: ACK_MS, retry: (retry += 1) }) };
      }
      default:
        return assertNever(act);
    }
  }

  return {
    slack,
    env: slackEnv(slack.apiUrl),
    configure: withSlackDesk,
    connected: () => soon('a socket', () => (slack.sockets() > 0 ? true : undefined)),
    cards: () =>
      slack.posts(DESK_CHANNEL).flatMap((post) => {
        const ticket = cardMetadata.safeParse(post.metadata).data?.event_payload.ticket;
        const buttons = blocksOf(post).flatMap((one) => (one.type === 'actions' ? one.elements.map(({ text }) => text.text) : []));
        return ticket === undefined ? [] : [{ ticket, text: textOf(post), buttons }];
      }),
    thread(ticket) {
      const root = cardOf(ticket)?.ts;
      return slack
        .posts(DESK_CHANNEL)
        .filter((post) => root !== undefined && post.thread_ts === root && post.ephemeralFor === undefined && post.user === BOT_USER)
        .map(textOf);
    },
    told: (who) => slack.posts(DESK_CHANNEL).flatMap((post) => (post.ephemeralFor === SLACK_PEOPLE[who].user ? [textOf(post)] : [])),
    prepare,
    press: async (ticket, label, who, { times, value } = {}) => deliver(await clickOn(ticket, label, who, value), times),
    async fill(ticket, label, who, said, { times } = {}) {
      await deliver(await formOf(ticket, label, who, said), times);
    },
    formsOpened: () => slack.workspace.views.length,
    async say(ticket, who, text, { times, withFile = false } = {}) {
      const card = await standing(ticket);
      const ts = freshTs();
      const { user, team } = SLACK_PEOPLE[who];
      const said = { text, channel: DESK_CHANNEL, thread_ts: card.ts, parent_user_id: BOT_USER, ts, user };
      // Slack's message with a file has neither a team nor a client_msg_id.
      const file = {
        subtype: 'file_share',
        files: [fileObject('F0LABEL', 'https://files.slack.com/label.pdf')],
        team: undefined,
        client_msg_id: undefined,
      };
      await deliver(messageEvent({ ...said, ...(withFile ? file : { team }) }), times);
    },
    break(isBroken) {
      const methods = ['chat.postMessage', 'chat.update'];
      if (isBroken) for (const method of methods) slack.fail({ kind: 'error', method, channel: DESK_CHANNEL, times: 1_000_000 });
      else slack.mend();
    },
    loseNextAnswer: () => slack.fail({ kind: 'done_then_cut', method: 'chat.postMessage', channel: DESK_CHANNEL }),
    holdNextWrite: (lateByMs) =>
      new Promise((onCome) => {
        for (const method of ['chat.postMessage', 'chat.update'])
          slack.fail({ kind: 'late', method, channel: DESK_CHANNEL, lateByMs, onCome });
      }),
    deleteCard(ticket) {
      const card = cardOf(ticket);
      slack.workspace.posted.splice(
        slack.workspace.posted.findIndex((post) => post === card),
        1,
      );
    },
    mentionOf: (who) => new RegExp(`<@${SLACK_PEOPLE[who].user}>`),
    violations: () => slack.violations,
    close: () => slack.close(),
  };
}
