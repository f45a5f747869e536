import { get, post } from './api.js';
import { build, button, showWhenChanged } from './build.js';
import { lineElement } from './lines.js';

const MODES = {
  reply: { label: 'Reply to customer', field: 'text', send: 'Send to customer', hint: 'The customer reads this under your name.' },
  note: { label: 'Internal note', field: 'text', send: 'Keep note', hint: 'Only staff read this.' },
  return: { label: 'Return to agent', field: 'instruction', send: 'Return', hint: 'One sentence on how the agent should go on.' },
};

/**
 * The desk on the right: a queue, or one ticket with its card, what was said, and everything a person can do.
 * @param {(error: Error) => void} report
 */
export function createDesk(report) {
  const queue = document.getElementById('queue');
  const place = document.getElementById('ticket');
  const feedback = document.getElementById('feedback');
  const actor = document.getElementById('actor');
  const state = { number: undefined, view: undefined, overview: undefined, mode: 'reply', written: new Map(), busy: false };

  async function refresh() {
    if (!state.number) return;
    const { number } = state;
    const view = await get('ticket', { number });
    if (number !== state.number) return;
    state.view = view;
    showTicket();
  }

  function say(text, tone) {
    feedback.textContent = text;
    feedback.dataset.tone = tone;
  }

  async function act(action) {
    if (state.busy) return;
    state.busy = true;
    try {
      const result = await post('act', { id: crypto.randomUUID(), ticket: state.number, by: actor.value, do: action });
      say(result.text, result.kind);
      if (result.kind === 'done') state.written.delete(state.number + state.mode);
    } catch (error) {
      report(error);
    } finally {
      state.busy = false;
    }
    await refresh().catch(report);
  }

  function open(number) {
    state.number = number;
    state.view = undefined;
    state.mode = 'reply';
    say('', 'done');
    showPlace();
    refresh()
      .then(() => place.querySelector('h3')?.focus())
      .catch(report);
  }

  function showPlace() {
    queue.hidden = state.number !== undefined;
    place.hidden = state.number === undefined;
    if (state.number === undefined) place.replaceChildren();
  }

  function showQueue() {
    const { queue: waiting, closed } = state.overview;
    showWhenChanged(queue, { waiting, closed }, () => [
      waiting.length === 0
        ? build(
            'p',
            { className: 'empty' },
            'Nothing waits for a human. Ask for a person in the chat, or for a refund above $100, and it appears here.',
          )
        : build(
            'ul',
            { className: 'tickets' },
            waiting.map((row) => rowElement(row, open)),
          ),
      ...(closed.length === 0
        ? []
        : [
            build(
              'details',
              { data: { key: 'closed' } },
              build('summary', {}, `Closed (${closed.length})`),
              build(
                'ul',
                { className: 'tickets' },
                closed.map((row) => rowElement(row, open)),
              ),
            ),
          ]),
    ]);
  }

  function showTicket() {
    const { view } = state;
    if (!place.querySelector('.card')) {
      place.replaceChildren(
        button(
          '← All tickets',
          () => {
            state.number = undefined;
            showPlace();
          },
          { className: 'quiet back' },
        ),
        build('div', { className: 'approve' }),
        build('div', { className: 'card' }),
        build('div', { className: 'actions' }),
        build('div', { className: 'said' }),
      );
    }
    const [approve, card, actions, said] = ['.approve', '.card', '.actions', '.said'].map((name) => place.querySelector(name));
    showWhenChanged(approve, { waits: view.waitsForApproval, number: view.number }, () => [approvalElement(view)]);
    showWhenChanged(card, { ...view, lines: undefined }, () => cardElements(view));
    showWhenChanged(actions, { state: view.state, owner: view.owner, draft: view.draft, mode: state.mode, number: view.number }, () =>
      view.state === 'resolved' ? [] : [approvalElement(view), ...writingElements(view), resolveElement()].filter(Boolean),
    );
    showWhenChanged(said, view.lines, () =>
      build(
        'details',
        { data: { key: 'said' }, open: true },
        build('summary', {}, `What was said (${view.lines.length})`),
        view.lines.map(lineElement),
      ),
    );
  }

  function approvalElement(view) {
    if (!view.waitsForApproval) return undefined;
    const reason = build('input', {
      type: 'text',
      id: 'deny-reason',
      maxlength: '500',
      placeholder: 'For a no: the reason, told to the customer',
    });
    return build(
      'fieldset',
      { className: 'approval' },
      build('legend', {}, 'This waits for your yes or no'),
      build('label', { for: 'deny-reason', className: 'hidden' }, 'Reason for a no'),
      reason,
      button('Approve', () => act({ action: 'approve' }), { className: 'primary' }),
      button('Deny', () => act({ action: 'deny', because: reason.value }), { className: 'danger' }),
    );
  }

  function writingElements(view) {
    const mode = MODES[state.mode];
    const key = state.number + state.mode;
    const text = build('textarea', {
      id: 'desk-words',
      rows: '4',
      maxlength: '8000',
      data: { mode: state.mode },
      on: { input: () => state.written.set(key, text.value) },
    });
    text.value = state.written.get(key) ?? '';
    const choose = (name) => {
      state.mode = name;
      showTicket();
      document.getElementById('desk-words')?.focus();
    };
    return [
      build(
        'div',
        { className: 'row' },
        view.state === 'open' && button('Claim', () => act({ action: 'claim' })),
        ...Object.entries(MODES).map(([name, { label }]) =>
          button(label, () => choose(name), { className: 'chip', 'aria-pressed': String(name === state.mode) }),
        ),
      ),
      build('label', { for: 'desk-words', className: 'hint' }, mode.hint),
      text,
      build(
        'div',
        { className: 'row' },
        button(mode.send, () => act({ action: state.mode, [mode.field]: text.value }), { className: 'primary' }),
        state.mode === 'reply' &&
          view.draft !== '' &&
          button('Use the draft', () => {
            text.value = view.draft;
            state.written.set(key, view.draft);
            text.focus();
          }),
      ),
    ];
  }

  function resolveElement() {
    const outcome = build(
      'select',
      { id: 'outcome' },
      Object.entries(state.overview.outcomes).map(([code, label]) => build('option', { value: code }, label)),
    );
    return build(
      'div',
      { className: 'row resolve' },
      build('label', { for: 'outcome' }, 'It ended as'),
      outcome,
      button('Resolve', () => act({ action: 'resolve', outcome: outcome.value })),
    );
  }

  actor.addEventListener('change', () => localStorage.setItem('deskhand-actor', actor.value));

  return {
    actor: () => actor.value,
    say,
    update(overview) {
      state.overview = overview;
      showActors(actor, overview.staff);
      showQueue();
      return refresh();
    },
  };
}

function showActors(select, staff) {
  const chosen = select.value || localStorage.getItem('deskhand-actor') || '';
  const changed = showWhenChanged(select, staff, () =>
    staff.map(({ name, displayName, roles }) => build('option', { value: name, title: roles.join(', ') }, displayName)),
  );
  if (changed && staff.some(({ name }) => name === chosen)) select.value = chosen;
}

function rowElement(row, open) {
  return build(
    'li',
    {},
    button(
      [
        build('span', { className: `priority ${row.priority}` }, row.priority),
        build('strong', {}, `${row.number} · ${row.subject}`),
        build('span', { className: 'hint' }, `${row.status} · ${row.queue}`),
      ],
      () => open(row.number),
      { className: 'ticket-row', data: row.waitsForApproval ? { waits: 'yes' } : {} },
    ),
  );
}

function cardElements({ card }) {
  return [
    build('h3', { tabindex: '-1' }, card.title),
    build('p', { className: 'hint' }, card.footer),
    ...card.sections.map(({ heading, lines }) =>
      build(
        'section',
        {},
        build('h4', {}, heading),
        lines.map((line) => build('p', { className: 'typed' }, line)),
      ),
    ),
  ];
}
