import { get, post } from './api.js';
import { build, button, showWhenChanged } from './build.js';
import { codeIn } from './inbox.js';
import { lineElement } from './lines.js';

/** How long an answer may take before the page stops announcing one. */
const ANNOUNCE_MS = 8000;

const STATES = {
  open: 'The agent is on it',
  awaiting_customer: 'The agent waits for you',
  with_human: 'A human has taken over',
  resolved: 'Resolved; write to go on',
};

const TRY = ['How long do refunds take?', 'Do you ship to Canada?', 'I want to talk to a person', 'My tent pole snapped, is that covered?'];

/**
 * The chat in the middle: who writes, in which of their chats, and what was said.
 * @param {(error: Error) => void} report
 */
export function createChat(report) {
  const log = document.getElementById('log');
  const words = document.getElementById('words');
  const state = { customer: undefined, chat: '1', chats: ['1'], view: { lines: [] }, sent: [], overview: undefined };

  async function refresh() {
    if (!state.customer) return;
    const { customer, chat } = state;
    const view = await get('chat', { from: customer.email, chat });
    if (customer !== state.customer || chat !== state.chat) return;
    state.view = view;
    const heard = new Set(view.lines.filter(({ from }) => from === 'customer').map(({ text }) => text));
    state.sent = state.sent.filter(({ text, known }) => !(heard.has(text) && view.lines.length > known));
    show();
  }

  function show() {
    const { customer, view, overview } = state;
    document.getElementById('chat-title').textContent = customer ? `Chat as ${customer.name}` : 'Chat';
    document.getElementById('chat-who').textContent = STATES[view.state] ?? (customer ? customer.email : 'Pick a customer first.');
    showChats();
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const isNew = showWhenChanged(log, { lines: view.lines, sent: state.sent, who: customer?.email, awaited: isAwaited() }, messages);
    if (isNew && wasAtEnd) log.scrollTop = log.scrollHeight;
    showSuggestions(overview?.mails ?? []);
  }

  function messages() {
    const { customer, view, sent } = state;
    if (!customer) return build('p', { className: 'empty' }, 'Pick a customer to chat as. The agent answers here.');
    if (view.lines.length + sent.length === 0) {
      return build(
        'p',
        { className: 'empty' },
        `You are ${customer.name}. Ask about an order, a refund or a policy, or take one of the lines below.`,
      );
    }
    return [
      ...view.lines.map(lineElement),
      ...sent.map(({ text, at }) => lineElement({ from: 'customer', name: customer.name, text, at, private: false, delivery: 'sending' })),
      isAwaited() && build('p', { className: 'awaited' }, 'An answer is on its way…'),
    ].filter(Boolean);
  }

  function isAwaited() {
    const last = state.sent.at(-1) ?? state.view.lines.at(-1);
    const fromCustomer = state.sent.length > 0 || last?.from === 'customer';
    return fromCustomer && state.view.state !== 'with_human' && Date.now() - new Date(last.at).getTime() < ANNOUNCE_MS;
  }

  function showChats() {
    const { chats, chat, customer } = state;
    const container = document.getElementById('chats');
    showWhenChanged(container, { chats, chat, who: customer?.email }, () =>
      customer
        ? [
            ...chats.map((name) => button(`Chat ${name}`, () => open(name), { className: 'chip', 'aria-pressed': String(name === chat) })),
            button('+ New', () => open(String(Math.max(0, ...chats.map(Number).filter(Number.isFinite)) + 1)), {
              className: 'chip',
              'aria-label': 'New chat',
            }),
          ]
        : [],
    );
  }

  function showSuggestions(mails) {
    const { customer, view } = state;
    const lastWords = view.lines.findLast(({ from }) => from === 'customer')?.at ?? '';
    const mail = customer && mails.find((entry) => entry.to.toLowerCase() === customer.email && codeIn(entry) && entry.at >= lastWords);
    const lines = [];
    if (mail) lines.push({ label: `Use the code from the demo inbox: ${codeIn(mail)}`, text: codeIn(mail) });
    else if (customer && view.lines.length === 0) {
      const order = customer.orders[0]?.orderId;
      lines.push(...(order ? [`Where is my order ${order}?`] : []).concat(TRY).map((text) => ({ label: text, text })));
    }
    showWhenChanged(document.getElementById('suggestions'), lines, () =>
      lines.map(({ label, text }) => button(label, () => use(text), { className: 'chip' })),
    );
  }

  /** Puts words into the composer without sending them. */
  function use(text) {
    words.value = text;
    words.focus();
  }

  function open(chat) {
    state.chat = chat;
    if (!state.chats.includes(chat)) state.chats = [...state.chats, chat];
    state.view = { lines: [] };
    state.sent = [];
    show();
    refresh().catch(report);
  }

  async function send() {
    const text = words.value.trim();
    if (text === '' || !state.customer) return;
    const entry = { text, at: new Date().toISOString(), known: state.view.lines.length };
    state.sent = [...state.sent, entry];
    words.value = '';
    show();
    log.scrollTop = log.scrollHeight;
    try {
      await post('write', { from: state.customer.email, chat: state.chat, text });
    } catch (error) {
      state.sent = state.sent.filter((other) => other !== entry);
      words.value = text;
      report(error);
    }
    await refresh().catch(report);
    setTimeout(show, ANNOUNCE_MS);
  }

  document.getElementById('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });

  return {
    use,
    refresh,
    pick(customer, chats) {
      state.customer = customer;
      state.chats = chats.length > 0 ? inOrder(chats) : ['1'];
      open(state.chats.at(-1));
    },
    update(overview) {
      state.overview = overview;
      const known = overview.chats.filter(({ from }) => from === state.customer?.email).map(({ chat }) => chat);
      state.chats = inOrder([...known, ...state.chats]);
      return refresh();
    },
  };
}

/** Each chat once, 10 after 9. */
function inOrder(chats) {
  return [...new Set(chats)].toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}

/** Names, what makes each of them interesting, and their orders; the chosen one is open. */
export function showCustomers(container, customers, chosen, { pick, use }) {
  showWhenChanged(container, { customers, chosen: chosen?.email }, () => {
    if (customers.length === 0)
      return build('p', { className: 'empty' }, 'The shop in use has no sample customers. Write in through a real channel instead.');
    return customers.map((customer) =>
      build(
        'article',
        { className: 'customer', data: customer === chosen ? { chosen: 'yes' } : {} },
        button([build('strong', {}, customer.name), build('span', { className: 'hint' }, customer.about)], () => pick(customer), {
          className: 'person',
          'aria-pressed': String(customer === chosen),
        }),
        customer === chosen &&
          build(
            'ul',
            { className: 'orders', 'aria-label': `Orders of ${customer.name}` },
            customer.orders.map((order) => orderElement(order, use)),
          ),
      ),
    );
  });
}

function orderElement({ orderId, line }, use) {
  return build(
    'li',
    {},
    build('span', {}, line),
    button('Ask', () => use(`Where is my order ${orderId}?`), { className: 'small', 'aria-label': `Ask about ${orderId}` }),
  );
}
