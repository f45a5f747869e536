import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FILES = {
  'default.yaml': `agent:
  company:
    name: Birch & Co
    agentName: Kit
    disclosure: I'm an AI support agent
    signature: Kit at Birch & Co
    timezone: Europe/Berlin
    linkHosts: []
  identity:
    codeMinutes: 10
    tries: 5
    codesPerHour: 3
    failuresPerDay: 10
    idleMinutes: 30
    maxHours: 8
`,
  'intents.yaml': `intents:
  order_status:
    description: Where is it?
    tools: [lookup_order]
    threshold: 0.3
    categories: [orders]
    autonomy: auto
    queue: orders
    priority: medium
    topics:
      track: [where is my parcel, has it shipped]
out_of_scope: [what is the weather]
`,
  'escalation.yaml': `rules:
  - name: customer_asked
    priority: urgent
limits:
  angryInARow: 2
  sameQuestion: 3
  customerMessages: 10
  disputeAboveCents: 50000
  clarificationsInARow: 2
`,
  'policies.yaml': `approval:
  refundAboveCents: 10000
  role: refund_approver
  expiresAfterHours: 72
  promiseHours: 24
limits:
  refundPerCustomerDayCents: 30000
  refundPerShopDayCents: 500000
refund:
  windowDays: 30
  damagedWindowDays: 60
  lostAfterDays: 10
  paidWithin: 5-10 business days
rules:
  within_window: { customer: it was delivered recently, human: Delivered recently. }
`,
  'replies.yaml': 'greeting: Hello!\nthanks: [You are welcome., Any time.]\n',
  'knowledge.yaml': 'sources:\n  - name: articles\n    folder: knowledge\n',
  'staff.yaml': `staff:
  ana:
    displayName: Ana
    roles: [refund_approver]
    queues: [orders]
    approvalLimitCents: 100000
`,
} as const;

export type ConfigFileName = keyof typeof FILES;

/** A working folder with a small, right configuration in `config`; `changes` rewrites single files. */
export async function createWorkingFolder(
  changes: Partial<Record<ConfigFileName, (text: string) => string>> = {},
  dotEnv?: string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deskhand config '));
  await mkdir(join(folder, 'config'));
  for (const [name, text] of Object.entries(FILES)) {
    const change = Object.entries(changes).find(([changed]) => changed === name)?.[1];
    await writeFile(join(folder, 'config', name), change ? change(text) : text);
  }
  if (dotEnv !== undefined) await writeFile(join(folder, '.env'), dotEnv);
  return folder;
}
