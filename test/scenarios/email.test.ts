import { describe } from '@jest/globals';
import { DOVECOT_HINT, dovecotInstalled, startDovecot } from '../support/dovecot.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import { openEmailLine } from './email-line.ts';
import { describeSevenScenarios } from './seven-scenarios.ts';
import type { SupportLine } from './support-line.ts';

const onDovecot = dovecotInstalled() ? describe : describe.skip;
if (!dovecotInstalled()) process.stderr.write(`skipped: conversations by mail. ${DOVECOT_HINT}\n`);

async function openMailbox(): Promise<SupportLine> {
  const [dovecot, smtp] = await Promise.all([startDovecot(), startSmtpSink()]);
  const line = await openEmailLine({ dovecot, smtp, support: dovecot });
  return {
    ...line,
    async close() {
      await line.close();
      await Promise.all([dovecot.stop(), smtp.stop()]);
    },
  };
}

describeSevenScenarios('by mail', openMailbox, onDovecot);
