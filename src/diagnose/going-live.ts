import { answersOutsiders } from '../app/answers-outsiders.ts';
import type { Config } from '../config.ts';
import { warning, type Finding } from './finding.ts';

/** The demo's shop and articles are for trying; with a real mailbox they would answer real people with inventions. */
export function* checkGoLive(config: Config): Generator<Finding> {
  if (!answersOutsiders(config)) return;
  const demo = [config.settings.tools.pack === 'demo-shop' ? 'shop' : '', config.ownKnowledge ? '' : 'articles'].filter(
    (part) => part !== '',
  );
  if (demo.length > 0) {
    const text = `the ${demo.join(' and ')} of the demo together with real customers: replies are drafted for the desk and none is sent`;
    yield warning(
      'going live',
      text,
      'deskhand init writes your own configuration; set DESKHAND_CONFIG to it and tools.pack to your system.',
    );
  }
  if (config.deskAddress === undefined) {
    yield warning(
      'alarms',
      'DESK_ADDRESS is not set: a dead mailbox or a late promise shows at the desk only',
      'Set it to an address that people read.',
    );
  }
}
