import { BITEXT, readLabelledCsv } from './intent-sets.ts';
import type { EvalRow } from './row.ts';
import { thresholdOf, understandShipped } from './shipped-router.ts';

const ORDER = ['order_status'];
const MONEY_OR_ORDER = ['order_status', 'refund_request'];
const ACCOUNT = ['account_issue'];
const ANYTHING = ['order_status', 'refund_request', 'account_issue', 'product_question', 'complaint', 'other'];

/** Intents of the set that have an answer among ours. */
const GRADED: Readonly<Record<string, readonly string[]>> = {
  track_order: ORDER,
  delivery_period: ORDER,
  delivery_options: ORDER,
  change_order: ORDER,
  get_refund: MONEY_OR_ORDER,
  track_refund: MONEY_OR_ORDER,
  check_refund_policy: MONEY_OR_ORDER,
  cancel_order: MONEY_OR_ORDER,
  recover_password: ACCOUNT,
  registration_problems: ACCOUNT,
  create_account: ACCOUNT,
  delete_account: ACCOUNT,
  edit_account: ACCOUNT,
  switch_account: ACCOUNT,
  set_up_shipping_address: ACCOUNT,
  change_shipping_address: ACCOUNT,
  complaint: ['complaint'],
};

/** Those that have none: only a confident answer that could not be meant is wrong. */
const TOLERATED: Readonly<Record<string, readonly string[]>> = {
  check_invoice: ['order_status', 'account_issue', 'other'],
  check_invoices: ['order_status', 'account_issue', 'other'],
  get_invoice: ['order_status', 'account_issue', 'other'],
  payment_issue: ['refund_request', 'order_status', 'complaint', 'other'],
  check_payment_methods: ['other'],
  newsletter_subscription: ['account_issue', 'other'],
  contact_customer_service: ['other', 'complaint'],
  place_order: ['other', 'product_question', 'order_status'],
  review: ['complaint', 'product_question', 'other'],
  check_cancellation_fee: ['order_status', 'refund_request', 'other'],
};

/** The shipped router on utterances that it never saw, by the mapping above. */
export const bitext: EvalRow = {
  about: 'the shipped intents on Bitext, unseen',
  needs: [BITEXT],
  run(dataFolder) {
    const lines = readLabelledCsv(dataFolder, BITEXT);
    let graded = 0;
    let right = 0;
    let confidentlyWrong = 0;
    for (const { text, intent: truth } of lines) {
      const { classifications, signals } = understandShipped(text);
      const [first] = classifications;
      const wanted = truth === 'contact_human_agent' ? undefined : GRADED[truth];
      const isRight = wanted === undefined ? signals.has('asks_for_human') : wanted.includes(first?.intent ?? '');
      if (wanted !== undefined || truth === 'contact_human_agent') {
        graded += 1;
        if (isRight) right += 1;
      }
      const couldBe = wanted ?? TOLERATED[truth] ?? ANYTHING;
      const goesOn = first !== undefined && !signals.has('asks_for_human') && first.confidence >= thresholdOf(first.intent);
      if (goesOn && !couldBe.includes(first.intent)) confidentlyWrong += 1;
    }
    return Promise.resolve([
      {
        what: 'Bitext, by the mapping',
        value: (100 * right) / graded,
        unit: '%',
        goal: { atLeast: 95 },
        split: `visible part, ${graded} graded`,
      },
      {
        what: 'Bitext, confidently wrong',
        value: (100 * confidentlyWrong) / lines.length,
        unit: '%',
        goal: { atMost: 2 },
        split: `visible part, all ${lines.length}`,
      },
    ]);
  },
};
