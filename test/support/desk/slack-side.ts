import { z } from 'zod';
import type { Config } from '../../../src/config.ts';
import { participantKey } from '../../../src/domain/ids.ts';
import { soon } from './soon.ts';
import { startFakeSlack, type FakeSlack } from '../slack/fake-slack.ts';
import { APP_TOKEN, BOT_TOKEN, type Posted } from '../slack/fake-workspace.ts';
import { BOT_USER, clickPayload, fileObject, formPayload, freshTs, messageEvent, OTHER_TEAM, TEAM } from '../slack/slack-payloads.ts';
import type { DeskSide, Person } from './desk-side.ts';

export const DESK_CHANNEL = 'C0DESK001';

export const SLACK_PEOPLE: Readonly<Record<Person, { readonly team: string; readonly user: string }>> = {
  ana: { team: TEAM, user: 'U0ANA0001' },
  ben: { team: TEAM, user: 'U0BEN0001' },
  chris: { team: TEAM, user: 'U0CHRIS01' },
  stranger: { team: TEAM, user: 'U0STRANGE' },
  outsider: { team: OTHER_TEAM, user: 'U0OUTSIDE' },
};

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

  async function press(ticket: string, label: string, who: Person, { times, value }: { times?: number; value?: string } = {}) {
    const card = await standing(ticket);
    const buttons = blocksOf(card).flatMap((one) =>
      one.type === 'actions' ? one.elements.map((button) => ({ ...button, blockId: one.block_id })) : [],
    );
    // A card that is out of date still has its buttons on somebody's screen.
    const button = buttons.find(({ text }) => text.text === label);
    const name = label === 'Return to bot' ? 'return' : label.toLowerCase().replace(' ', '_');
    await deliver(
      clickPayload({
        blockId: button?.blockId ?? `desk/${ticket}`,
        actionId: button?.action_id ?? `deskhand.desk.${name}`,
        value: value ?? button?.value ?? name,
        messageTs: card.ts,
        channel: DESK_CHANNEL,
        actionTs: freshTs(),
        ...SLACK_PEOPLE[who],
      }),
      times,
    );
  }

  return {
    slack,
    env: { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
    configure: (config: Config): Config => ({
      ...config,
      slack: config.slack && { ...config.slack, agentView: false },
      settings: { ...config.settings, desk: { ...config.settings.desk, on: 'slack', channel: DESK_CHANNEL } },
      staff: config.staff.map((member) => {
        const account = Object.entries(SLACK_PEOPLE).find(([name]) => name === member.name)?.[1];
        // Chris is also listed under an account of another company, as somebody may do by mistake.
        const wrong = member.name === 'chris' ? [participantKey(`slack/${SLACK_PEOPLE.outsider.team}/${SLACK_PEOPLE.outsider.user}`)] : [];
        return account ? { ...member, accounts: [participantKey(`slack/${account.team}/${account.user}`), ...wrong] } : member;
      }),
    }),
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
    press,
    async fill(ticket, label, who, said, { times } = {}) {
      const before = slack.workspace.views.length;
      await press(ticket, label, who);
      const opened = await soon(`a form for ${label}`, () => slack.workspace.views[before]);
      await deliver(formPayload({ id: `V${freshTs().replace('.', '')}`, view: opened.view, words: said, ...SLACK_PEOPLE[who] }), times);
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
