import { get, listen, post } from './api.js';
import { build, showWhenChanged } from './build.js';
import { createChat, showCustomers } from './chat.js';
import { createDesk } from './desk.js';
import { showInbox } from './inbox.js';

/** Besides what the agent announces: waiting times grow without an event. */
const REFRESH_MS = 15_000;

const page = { customers: [], chosen: undefined, reachable: true, overview: undefined, problem: '' };
const report = (error) => {
  page.problem = error instanceof TypeError ? 'The agent cannot be reached.' : error.message;
  showStatus();
  setTimeout(() => {
    page.problem = '';
    showStatus();
  }, 6000);
};
const chat = createChat(report);
const desk = createDesk(report);

function view(name) {
  document.body.dataset.view = name;
  for (const tab of document.querySelectorAll('.views button')) tab.setAttribute('aria-current', String(tab.dataset.view === name));
}

function useText(text) {
  view('chat');
  chat.use(text);
}

function pick(customer) {
  page.chosen = customer;
  localStorage.setItem('deskhand-customer', customer.email);
  const chats = (page.overview?.chats ?? []).filter(({ from }) => from === customer.email).map(({ chat: name }) => name);
  chat.pick(customer, chats);
  showPeople();
  view('chat');
}

function showPeople() {
  showCustomers(document.getElementById('customer-list'), page.customers, page.chosen, { pick, use: useText });
}

function showStatus() {
  const { overview, reachable, problem } = page;
  const health = overview?.health;
  const channels = (health?.channels ?? []).map(({ name, ok }) => ({ text: name, tone: ok ? 'good' : 'bad' }));
  const main = agentState(health, reachable);
  showWhenChanged(document.getElementById('status'), { main, channels }, () =>
    [main, ...channels].map(({ text, tone }) => build('span', { className: 'pill', data: { tone } }, text)),
  );
  const banners = bannersOf(health, reachable, problem);
  showWhenChanged(document.getElementById('banners'), banners, () =>
    banners.map(({ text, tone }) => build('p', { className: 'banner', data: { tone } }, text)),
  );
  const pause = document.getElementById('pause');
  pause.textContent = health?.paused ? 'Resume the agent' : 'Pause the agent';
  pause.disabled = !health || !reachable;
}

function agentState(health, reachable) {
  if (!reachable) return { text: 'not reachable', tone: 'bad' };
  if (!health) return { text: 'loading', tone: 'calm' };
  if (health.paused) return { text: 'paused', tone: 'warn' };
  return health.ready ? { text: 'ready', tone: 'good' } : { text: 'starting', tone: 'calm' };
}

function bannersOf(health, reachable, problem) {
  const sick = (health?.channels ?? []).filter(({ ok }) => !ok);
  const letters = health?.waiting.deadLetters ?? 0;
  return [
    problem !== '' && { text: problem, tone: 'bad' },
    !reachable && { text: 'The agent does not answer. This page goes on by itself once it is back.', tone: 'bad' },
    health?.guard && { text: `Go-live guard: ${health.guard}`, tone: 'warn' },
    health?.paused && { text: 'The agent is paused: everything goes to the desk until somebody resumes it.', tone: 'warn' },
    ...sick.map(({ name, problem: text }) => ({ text: `${name}: ${text ?? 'not working'}`, tone: 'bad' })),
    letters > 0 && {
      text: `${letters} message${letters === 1 ? '' : 's'} could not be handled and wait${letters === 1 ? 's' : ''} for a look: deskhand doctor`,
      tone: 'bad',
    },
  ].filter(Boolean);
}

async function refresh() {
  page.overview = await get('overview');
  const { mails, queue } = page.overview;
  showStatus();
  showInbox(document.getElementById('mail-list'), mails, useText);
  document.getElementById('mail-count').textContent = mails.length > 0 ? String(mails.length) : '';
  document.getElementById('desk-count').textContent = queue.length > 0 ? String(queue.length) : '';
  await Promise.all([chat.update(page.overview), desk.update(page.overview)]);
}

/** One refresh at a time; what changes meanwhile is shown by the next one. */
let running;
let again = false;
function refreshSoon() {
  if (running) {
    again = true;
    return;
  }
  running = refresh()
    .catch(report)
    .finally(() => {
      running = undefined;
      if (again) {
        again = false;
        refreshSoon();
      }
    });
}

async function start() {
  view('chat');
  for (const tab of document.querySelectorAll('.views button')) tab.addEventListener('click', () => view(tab.dataset.view));
  document.getElementById('pause').addEventListener('click', () => {
    post(page.overview?.health.paused ? 'resume' : 'pause', { by: desk.actor() })
      .then(refreshSoon)
      .catch(report);
  });
  ({ customers: page.customers } = await get('customers'));
  await refresh();
  const last = localStorage.getItem('deskhand-customer');
  const first = page.customers.find(({ email }) => email === last) ?? page.customers[0];
  if (first) pick(first);
  showPeople();
  listen(refreshSoon, (reachable) => {
    page.reachable = reachable;
    showStatus();
  });
  setInterval(refreshSoon, REFRESH_MS);
}

start().catch(report);
