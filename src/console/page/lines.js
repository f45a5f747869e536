import { build, clock } from './build.js';
import { renderMarkdown } from './markdown.js';

const DELIVERIES = { queued: 'waiting to be sent', sending: 'being sent', unknown: 'delivery unknown', dead: 'could not be delivered' };

/** One message of a transcript, with "Why?" where the agent spoke. */
export function lineElement(line, index) {
  const words = build('div', { className: 'words' });
  words.append(...(line.from === 'customer' ? [build('p', { className: 'typed' }, line.text)] : renderMarkdown(line.text)));
  const delivery = DELIVERIES[line.delivery];
  return build(
    'article',
    { className: `line ${line.from}`, data: line.private ? { private: 'yes' } : {} },
    build(
      'header',
      {},
      build('span', { className: 'name' }, line.name),
      line.from === 'agent' && build('span', { className: 'tag' }, 'AI'),
      line.from === 'staff' && build('span', { className: 'tag human' }, 'Human'),
      line.private && build('span', { className: 'tag private' }, 'Only this customer sees it'),
      clock(line.at),
      delivery && build('span', { className: 'tag problem' }, delivery),
    ),
    words,
    line.why && whyElement(line.why, index),
  );
}

function whyElement(why, index) {
  const rows = [
    [
      'Understood as',
      why.intents.map(
        ({ intent, topic, confidence, autonomy }) =>
          `${intent} · ${topic} (${Math.round(confidence * 100)} % sure${autonomy ? `, ${autonomy}` : ''})`,
      ),
    ],
    ['Language', why.language === undefined ? [] : [why.language]],
    ['Noticed', why.signals.map((signal) => signal.replaceAll('_', ' '))],
    ['Decided', [why.because === '' ? why.decision : `${why.decision}: ${why.because}`]],
    ['Rules', why.rules],
    ['Gate', why.held.map(({ tool, rule, evidence }) => `${tool} waits (${rule}): ${evidence}`)],
    ['Did', why.actions.map(({ tool, status, rule, summary }) => `${tool} → ${status}${rule ? ` [${rule}]` : ''}: ${summary}`)],
    ['Sources', why.sources],
  ];
  return build(
    'details',
    { className: 'why', data: { key: `why-${index}` } },
    build('summary', {}, 'Why?'),
    build(
      'dl',
      {},
      rows
        .filter(([, values]) => values.length > 0)
        .flatMap(([heading, values]) => [build('dt', {}, heading), ...values.map((value) => build('dd', {}, value))]),
    ),
  );
}
