import type { Command, CommandIo } from '../../src/cli/command.ts';
import { runProcess } from '../../src/cli/run-process.ts';
import { AppError } from '../../src/domain/error.ts';

/** A process with commands that wait, fail and talk: what the frame does with each is seen from outside. */
const command = (name: string, run: (io: CommandIo) => Promise<0 | 1 | 2>): [string, () => Promise<Command>] => [
  name,
  async () => ({ name, summary: `does ${name}`, help: `Usage: deskhand ${name}`, run: (_args, io) => run(io) }),
];

await runProcess(
  ['--help'],
  Object.fromEntries([
    command('read', async ({ stdin, stdout }) => {
      stdout.write('ready\n');
      for await (const chunk of stdin) stdout.write(String(chunk));
      return 0;
    }),
    command('wait', async ({ signal, stdout }) => {
      stdout.write('ready\n');
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      stdout.write('tidied up\n');
      return 0;
    }),
    command('spew', async ({ stdout }) => {
      for (let line = 0; line < 200_000; line += 1) stdout.write(`line ${line}\n`);
      return 0;
    }),
    command('linger', async ({ stdout }) => {
      setInterval(() => undefined, 60_000);
      stdout.write(`${'x'.repeat(300_000)}\n`);
      return 1;
    }),
    command('refuse', async () => {
      throw new AppError('config_invalid', 'the configuration has 1 problem:\n  environment: PORT', {
        retryable: false,
        hint: 'See docs.',
      });
    }),
    command('break', async () => {
      throw new TypeError('not planned');
    }),
  ]),
);
