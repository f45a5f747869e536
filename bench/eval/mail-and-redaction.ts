import { join } from 'node:path';
import { scoreRedaction } from '../redaction-quality.ts';
import { scoreTrimming, trimmingTimes } from '../trimming.ts';
import type { EvalRow } from './row.ts';

const MAILS = 'email';
const PII = 'pii/presidio_synth.json';
/** Types with a form that can be checked; names and places are no promise of the product. */
const CHECKED_TYPES = ['CREDIT_CARD', 'IBAN_CODE', 'EMAIL_ADDRESS', 'PHONE_NUMBER'];

export const trimming: EvalRow = {
  about: 'quoted replies and signatures cut from mails with a known answer',
  needs: [join(MAILS, 'talon'), join(MAILS, 'crisp')],
  async run(dataFolder) {
    const sets = await Promise.all(['talon', 'crisp'].map((set) => scoreTrimming(join(dataFolder, MAILS, set), false)));
    const sum = (pick: (score: (typeof sets)[number]) => number) => sets.reduce((total, score) => total + pick(score), 0);
    const mails = sum((score) => score.mails);
    const slowest = Math.max(...trimmingTimes().map(([, ms]) => ms));
    const split = `visible part of talon and crisp, ${mails} mails`;
    return [
      { what: 'mails trimmed exactly', value: (100 * sum((score) => score.exact)) / mails, unit: '%', goal: { atLeast: 90 }, split },
      { what: 'mails that lost words', value: sum((score) => score.lost), unit: 'texts', goal: { atMost: 0 }, split },
      {
        what: 'slowest body of 1 MB',
        value: slowest,
        unit: 'ms',
        goal: { atMost: 200 },
        split: 'made to be slow, not from a set; processor time',
      },
    ];
  },
};

export const redaction: EvalRow = {
  about: 'cards, IBANs, addresses and phone numbers found in texts',
  needs: [PII],
  async run(dataFolder) {
    const { totals, clean, touched } = await scoreRedaction(join(dataFolder, PII));
    const checked = CHECKED_TYPES.flatMap((type) => totals.get(type) ?? []);
    const labels = checked.reduce((sum, total) => sum + total.labels, 0);
    const found = checked.reduce((sum, total) => sum + total.found, 0);
    return [
      {
        what: 'card, IBAN, email, phone: recall',
        value: (100 * found) / labels,
        unit: '%',
        goal: { atLeast: 99 },
        split: `visible part, ${labels} labels`,
      },
      {
        what: 'clean texts that were changed',
        value: touched,
        unit: 'texts',
        goal: { atMost: 0 },
        split: `visible part, ${clean} clean texts`,
      },
    ];
  },
};
