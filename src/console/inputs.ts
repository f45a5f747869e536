import { z } from 'zod';

const words = z.string().max(8000);
const name = z.string().trim().min(1).max(200);

/** What the faces may ask for. Lengths are in characters; whether it is allowed is decided where it acts. */
export const writeInput = z.object({ from: name, chat: name, text: words.refine((text) => text.trim() !== '', 'write something first') });

export const deskAction = z.discriminatedUnion('action', [
  z.object({ action: z.literal('claim') }),
  z.object({ action: z.literal('reply'), text: words }),
  z.object({ action: z.literal('note'), text: words }),
  z.object({ action: z.literal('approve') }),
  z.object({ action: z.literal('deny'), because: words }),
  z.object({ action: z.literal('resolve'), outcome: name }),
  z.object({ action: z.literal('return'), instruction: words }),
]);

export const actInput = z.object({ id: name, ticket: name, by: name, do: deskAction });
export const byInput = z.object({ by: name });
export const limitInput = z.int().min(1).max(1000);

/** `text: write something first`, one problem after the other. */
export function issuesText(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ');
}
