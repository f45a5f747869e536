import { randomUUID } from 'node:crypto';
import { sharedCacheFolder } from '../../../src/agent/router/model-cache.ts';
import { openApp, type App } from '../../../src/app.ts';
import { realWorld } from '../../../src/app/real-world.ts';
import { loadConfig, type Config } from '../../../src/config.ts';
import { createLogger } from '../../../src/insight/logger.ts';
import { ticketNumber } from '../../../src/domain/ids.ts';
import { toolPacks } from '../../../src/tools/index.ts';
import type { Tool, ToolPack } from '../../../src/tools/tool.ts';
import { discordEnv, slackEnv, withDiscordDesk, withSlackDesk } from '../desk/desk-accounts.ts';
import { pointsForParent, tellParent, TIMES } from './told-by-parent.ts';
import { LOOPBACK, openLoopbackChannel } from './loopback-channel.ts';
import { approveOrder, type ChildSettings } from './protocol.ts';

/** Long and large enough that the shop does not run out of orders that can be refunded. */
const GENEROUS = { windowDays: 400, moneyCents: 10_000_000 } as const;

const DESKS = {
  slack: { env: slackEnv, configure: withSlackDesk },
  discord: { env: discordEnv, configure: withDiscordDesk },
} as const;

/** The product as `npm start` composes it, with the shipped configuration, and one more channel over real sockets. */
export async function runProductAgent(settings: ChildSettings): Promise<void> {
  const { worldUrl, without } = settings;
  const config = await chaosConfig(settings);
  let app: App | undefined;
  const waiting = async (): Promise<unknown> => app?.store.waiting();
  const channel = await openLoopbackChannel({ worldUrl, without, waiting });
  const pack = without === 'key' ? forgettingKeys(await openShop(config)) : undefined;
  app = await openApp(config, {
    world: realWorld(createLogger({ level: 'error', sink: process.stderr })),
    channels: new Map([[LOOPBACK, channel]]),
    points: pointsForParent(settings.armed),
    learnedFolder: sharedCacheFolder(),
    ...(pack ? { pack } : {}),
  });
  await app.start();
  const opened = app;
  process.once('SIGTERM', () => void opened.stop().then(() => process.disconnect()));
  process.on('message', (order) => {
    const { data } = approveOrder.safeParse(order);
    if (data) void opened.deskhand.act({ id: data.click, ticket: ticketNumber(data.approve), by: data.by, do: { action: 'approve' } });
  });
  tellParent({ kind: 'ready', port: channel.port });
}

/** As shipped, but with a short fence and a shop that pays a lot in a day; with a desk on a platform a human approves every refund. */
async function chaosConfig({ folder, desk }: ChildSettings): Promise<Config> {
  const place = desk && DESKS[desk.platform];
  const read = await loadConfig(place && desk ? place.env(desk.apiUrl) : {}, { folder, dataFolder: folder });
  const config = place ? place.configure(read) : read;
  const { policies } = config.playbook;
  const { windowDays, moneyCents } = GENEROUS;
  return {
    ...config,
    settings: {
      ...config.settings,
      flow: { ...config.settings.flow, sendTimeoutSeconds: TIMES.sendTimeoutMs / 1000, sendMarginSeconds: TIMES.marginMs / 1000 },
    },
    playbook: {
      ...config.playbook,
      policies: {
        ...policies,
        approval: place ? { ...policies.approval, refundAboveCents: 0 } : policies.approval,
        refund: { ...policies.refund, windowDays },
        limits: {
          ...policies.limits,
          refundPerCustomerDayCents: moneyCents,
          refundPerShopDayCents: moneyCents,
          capPerShopDayCents: moneyCents,
        },
      },
    },
  };
}

async function openShop({ settings, dataFolder, playbook }: Config): Promise<ToolPack> {
  const open = await toolPacks[settings.tools.pack]?.();
  if (open === undefined) throw new Error(`there is no pack ${settings.tools.pack}`);
  return open({ folder: dataFolder, anchor: new Date(), now: () => new Date(), policies: playbook.policies });
}

/** The mutation: the shop never sees the same key twice. */
function forgettingKeys(pack: ToolPack): ToolPack {
  return { ...pack, tools: pack.tools.map(withRandomKey) };
}

function withRandomKey(tool: Tool): Tool {
  return {
    ...tool,
    prepare(input) {
      const prepared = tool.prepare(input);
      if (prepared.kind !== 'ready') return prepared;
      const { call } = prepared;
      return { kind: 'ready', call: { ...call, run: (context) => call.run({ ...context, idempotencyKey: randomUUID() }) } };
    },
  };
}
