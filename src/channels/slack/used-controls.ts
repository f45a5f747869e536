import { z } from 'zod';
import type { HttpClient } from '../http/http-client.ts';
import { slackDialect } from '../markdown/slack-dialect.ts';
import type { SlackApi } from './slack-api.ts';
import { mrkdwn, type SlackBlock } from './to-slack.ts';

/** A message of ours whose button somebody pressed. */
export interface PressedControl {
  readonly channel: string;
  readonly ts: string;
  /** Whoever pressed is the one who was asked, or nobody else sees the question. */
  readonly isTheirs: boolean;
  /** As Slack gives it with the press; not for a message that only one person sees. */
  readonly message: unknown;
  /** Where a message that only one person sees can be changed. */
  readonly responseUrl: string | undefined;
}

export interface UsedControls {
  /** A form opened above this message: it is answered only when the form is sent. */
  opened(control: PressedControl): void;
  /** The question is answered: its buttons go, and the answer stands below it. What Slack says to that does not matter. */
  answered(control: PressedControl, answer: string): Promise<void>;
  /** The same after a form, by the message that it opened above. */
  answeredByForm(from: Pick<PressedControl, 'channel' | 'ts'> | undefined): Promise<void>;
}

const REMEMBERED = 1_000;
const TIMEOUT_MS = 3_000;
const text = z.looseObject({ type: z.string(), text: z.string() });
const shown = z.looseObject({
  text: z.string(),
  blocks: z.array(
    z.union([
      z.looseObject({ type: z.literal('section'), text }),
      z.looseObject({ type: z.literal('context'), elements: z.array(text) }),
      z.looseObject({ type: z.literal('actions') }),
    ]),
  ),
});

export function createUsedControls(api: SlackApi, http: HttpClient, apiUrl: string): UsedControls {
  const waiting = new Map<string, PressedControl>();
  const nameOf = ({ channel, ts }: Pick<PressedControl, 'channel' | 'ts'>): string => `${channel}/${ts}`;

  async function changeAside(responseUrl: string, answer: string): Promise<void> {
    const url = new URL(responseUrl);
    if (url.host !== 'hooks.slack.com' && url.host !== new URL(apiUrl).host) return;
    const body = JSON.stringify({ replace_original: true, response_type: 'ephemeral', text: answer });
    await http.send({
      url,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      timeoutMs: TIMEOUT_MS,
      mostBytes: 10_000,
    });
  }

  async function takeAway({ channel, ts, isTheirs, message, responseUrl }: PressedControl, answer: string): Promise<void> {
    if (!isTheirs) return;
    const line = `✓ ${slackDialect.literal(answer)}`;
    const parsed = shown.safeParse(message).data;
    if (parsed)
      await api.call('chat.update', { channel, ts, text: parsed.text, blocks: [...wordsIn(parsed.blocks), under(line)] }, TIMEOUT_MS);
    else if (responseUrl !== undefined) await changeAside(responseUrl, line);
  }

  return {
    opened(control) {
      const [oldest] = waiting.keys();
      if (waiting.size >= REMEMBERED && oldest !== undefined) waiting.delete(oldest);
      waiting.set(nameOf(control), control);
    },
    answered: takeAway,
    async answeredByForm(from) {
      const control = from && waiting.get(nameOf(from));
      if (!control) return;
      waiting.delete(nameOf(control));
      await takeAway(control, 'sent');
    },
  };
}

const under = (line: string): SlackBlock => ({ type: 'context', elements: [mrkdwn(line)] });

const wordsIn = (blocks: z.infer<typeof shown>['blocks']): readonly SlackBlock[] =>
  blocks.flatMap((block): readonly SlackBlock[] => {
    if (block.type === 'section') return [{ type: 'section', text: mrkdwn(block.text.text) }];
    return block.type === 'context' ? [{ type: 'context', elements: block.elements.map((element) => mrkdwn(element.text)) }] : [];
  });
