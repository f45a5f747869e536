import type { Config } from '../config.ts';
import { channelName, outboundId, participantKey } from '../domain/ids.ts';
import type { OutboundMessage } from '../domain/outbound.ts';
import type { Now } from '../domain/ports.ts';
import type { Store } from '../store/store.ts';

export interface AlarmParts {
  readonly config: Config;
  readonly store: Pick<Store, 'enqueueOutbound'>;
  readonly now: Now;
}

/** Mails an alarm to DESK_ADDRESS, where one is set. The same `cause` rings once, also after a crash. */
export async function mailAlarm({ config, store, now }: AlarmParts, cause: string, subject: string, markdown: string): Promise<void> {
  if (config.deskAddress === undefined) return;
  const space = config.deskAddress.toLowerCase();
  await store.enqueueOutbound([
    {
      id: outboundId(`${ALARM}${cause}`),
      to: { channel: channelName('email'), account: config.supportAddress ?? space, space, key: `${ALARM}${cause}` },
      audience: { kind: 'only', participant: participantKey(space) },
      body: { kind: 'text', markdown },
      subject,
      secret: false,
      speaker: { kind: 'system' },
      createdAt: now(),
    },
  ]);
}
const ALARM = 'alarm/';

/** A message that will never arrive: somebody must know. An alarm about an alarm would go the same way. */
export async function alarmAboutDead(parts: AlarmParts, { id, to, subject }: OutboundMessage, because: string): Promise<void> {
  if (id.startsWith(ALARM)) return;
  const about = subject === undefined ? '' : ` ("${subject}")`;
  await mailAlarm(
    parts,
    `dead/${id}`,
    'Deskhand: a message could not be delivered',
    `A message${about} could not be delivered on ${to.channel}: ${because}. It stands in the conversation, marked as not delivered.`,
  );
}
