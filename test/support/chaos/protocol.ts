import { z } from 'zod';

/** Protections that can be taken out one by one, to see that the checker notices. */
export const PROTECTIONS = ['dedupe', 'key', 'look_up'] as const;
export type Protection = (typeof PROTECTIONS)[number];

/**
 * Where the plug is pulled. The first seven are points in the child; `in_flight` is seen by the world: a reply has left
 * the child and lands only after its death. `any_moment` is none of them: the plug is pulled when chance says so.
 */
export const WINDOWS = ['accepted', 'leased', 'claimed', 'effect_done', 'committed', 'sending', 'sent', 'in_flight', 'any_moment'] as const;
export type Window = (typeof WINDOWS)[number];
const POINTS = ['accepted', 'leased', 'claimed', 'effect_done', 'committed', 'sending', 'sent'] as const;

/** The child's only argument, as JSON. */
export const childSettings = z.strictObject({
  folder: z.string(),
  worldUrl: z.string(),
  without: z.enum(PROTECTIONS).optional(),
  /** The whole product instead of the durable core around scripted steps. */
  product: z.boolean().optional(),
  /** Customers write on this platform, at a stand-in that survives every kill. */
  chat: z.object({ platform: z.enum(['slack', 'discord']), apiUrl: z.string() }).optional(),
  /** The desk is on this platform, at a stand-in that survives every kill; goes with `product`. */
  desk: z.object({ platform: z.enum(['slack', 'discord']), apiUrl: z.string() }).optional(),
  /** Stop at this point from the start on, before the parent can say so. */
  armed: z.enum(POINTS).optional(),
});
export type ChildSettings = z.infer<typeof childSettings>;

/** Parent → child: stop at this point, once, and wait there for the end. */
export const armOrder = z.object({ arm: z.enum(POINTS) });

/** Parent → child: somebody at the desk clicks Approve. */
export const approveOrder = z.object({ approve: z.string(), by: z.string(), click: z.string() });

/** Child → parent. */
export const childReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), port: z.number(), chatPort: z.number().optional() }),
  z.object({ kind: z.literal('at'), point: z.enum(POINTS) }),
  z.object({ kind: z.literal('failed'), code: z.string(), message: z.string() }),
]);
export type ChildReport = z.infer<typeof childReport>;

/** What a customer sends, and what the child posts and pays. */
export const delivery = z.object({ id: z.string(), conversation: z.string(), text: z.string(), email: z.string().optional() });
export type Delivery = z.infer<typeof delivery>;
export const post = z.object({ id: z.string(), to: z.string(), text: z.string() });
export const refundRequest = z.object({ message: z.string(), cents: z.number() });
export const waitingCounts = z.object({ arrivals: z.number(), outbound: z.number(), deadLetters: z.number() });
