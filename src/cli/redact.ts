import { parseArgs } from 'node:util';
import { z } from 'zod';
import { redact } from '../agent/quality/redact.ts';
import type { Command } from './command.ts';
import { filterLines, lineId } from './json-lines.ts';

const row = z.object({ id: lineId, text: z.string() });

export const redactCommand: Command = {
  name: 'redact',
  summary: 'take personal data and secrets out of texts, one JSON line each',
  help: `Usage: deskhand redact < texts.jsonl

Reads JSON lines {"id":1,"text":"…"} and writes one JSON line for each, in order: {"id","text","spans":[{"start","end","type"}]}.
text has every span replaced by its type, such as [EMAIL_ADDRESS]; start and end are where it stood in the input and count
Unicode code points. Found are CREDIT_CARD, IBAN_CODE, EMAIL_ADDRESS, PHONE_NUMBER, IP_ADDRESS, US_SSN, US_DRIVER_LICENSE,
SECRET, and PERSON and STREET_ADDRESS where the words around them leave no doubt.
Numbers of orders and tickets, ZIP codes, prices, dates and versions stay.
A line that cannot be read gives {"id":null,"line","error"}, the rest goes on, and the exit code is 1.

Example:
  echo '{"id":1,"text":"mail me at kim@example.com about LF-10001"}' | deskhand redact
`,
  async run(args, io) {
    parseArgs({ args: [...args], options: {}, strict: true });
    return filterLines(io, row, ({ id, text }) => ({ id: id ?? null, ...redact(text) }));
  },
};
