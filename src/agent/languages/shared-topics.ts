import { plain } from './pattern.ts';
import type { TopicRule } from './topic-rule.ts';

/** What holds in each of the languages that are no English, whose words stand here together. First match wins. */
export const SHARED_TOPICS: readonly TopicRule[] = [
  {
    // In most languages a mail address is an "address" too, and reads like the one where somebody lives.
    name: 'mail address',
    insteadOf: ['change_details'],
    words: plain(/(?<![@.\w])(?:e-?mails?|mail|correo|courriel|mailadresse|mailadres|posta elettronica|correio eletronico)(?![@.\w])|@/u),
    except: plain(/\b(?:tele?fon\w{0,4}|movil|celular|handy\w{0,8}|mobiel\w{0,2}|cellulare|nome?|nombre|nachname\w?|naam)\b/u),
    intent: 'account_issue',
    topic: 'change_email',
  },
  {
    name: 'a named order is no ticket',
    insteadOf: ['ticket_status'],
    withOrder: true,
    words: /./su,
    except: plain(
      /\b(?:tickets?|t-\d|referenc\w{1,3}|referenz\w{0,6}|riferimento|vorgang\w{0,4}|caso|cas|dossier|zaak|chamado|segnalazione)\b/u,
    ),
    intent: 'order_status',
    topic: 'track',
  },
  {
    name: 'money back for a named order',
    insteadOf: ['refund_policy'],
    withOrder: true,
    words: /./su,
    except: plain(/\b(?:cuanto|cuando|combien|quand|delais?|wie lange|wann|quanto|quando|hoe lang|hoelang|wanneer)\b/u),
    intent: 'refund_request',
    topic: 'refund',
  },
];
