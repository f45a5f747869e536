import { CALM_COMPLAINT, COMPLAINS, OUR_BUSINESS } from '../../router/anger-patterns.ts';
import { NO_PERSON_OF_OURS, OWN_PEOPLE, WHO_IS_THERE } from '../../router/human-patterns.ts';
import { NO_DANGER } from '../../router/danger-patterns.ts';
import { LEGAL_IN_GENERAL } from '../../router/legal-patterns.ts';
import { CHARGE_IN_GENERAL, SIGNAL_RULES } from '../../router/signal-patterns.ts';
import type { SignalWords } from '../language.ts';

/** The rules themselves stand in the router, which reads them beside those of every other language. */
export const ENGLISH_SIGNALS: SignalWords = {
  rules: SIGNAL_RULES,
  except: {
    human_request: new RegExp(`${OWN_PEOPLE.source}|${NO_PERSON_OF_OURS.source}|${WHO_IS_THERE.source}`, 'iu'),
    legal: LEGAL_IN_GENERAL,
    danger: NO_DANGER,
    dispute: CHARGE_IN_GENERAL,
    complaint: CALM_COMPLAINT,
  },
  business: OUR_BUSINESS,
  complains: COMPLAINS,
};
