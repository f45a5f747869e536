import {
  accountDetails,
  changeDetails,
  changeEmail,
  deleteAccount,
  keepEmail,
  lockedAccount,
  newsletter,
  resetPassword,
} from './account.ts';
import { cancelOrder, changeDelivery } from './change-order.ts';
import { complaint } from './complaint.ts';
import { dispute } from './dispute.ts';
import type { Plan } from './handler.ts';
import { knowledgeQuestion } from './knowledge-question.ts';
import { orderDetails, orderStatus } from './order-status.ts';
import { catalogueQuestion, productQuestion } from './product-question.ts';
import { refund, refundStatus } from './refund.ts';
import { smallTalk } from './small-talk.ts';
import { ticketStatus } from './ticket-status.ts';

/** One line a topic of `config/intents.yaml`; a topic without a line is answered from the articles. */
export const plans: Readonly<Record<string, Plan>> = {
  track: orderStatus,
  late: orderStatus,
  cancel_order: cancelOrder,
  change_delivery: changeDelivery,
  order_details: orderDetails,
  refund,
  return_item: refund,
  damaged_item: refund,
  refund_status: refundStatus,
  dispute,
  reset_password: resetPassword,
  locked: lockedAccount,
  change_email: changeEmail,
  keep_email: keepEmail,
  change_details: changeDetails,
  delete_account: deleteAccount,
  newsletter,
  account_details: accountDetails,
  product_info: productQuestion,
  availability: catalogueQuestion,
  recommendation: catalogueQuestion,
  complaint,
  legal: complaint,
  ticket_status: ticketStatus,
  small_talk: smallTalk,
};

export const planFor = (topic: string): Plan => plans[topic] ?? knowledgeQuestion;
