const csrf = document.querySelector('meta[name="deskhand-csrf"]')?.getAttribute('content') ?? '';

/** The server's sentence about what went wrong. */
export class ApiError extends Error {}

/** Asks the server for JSON. A page from before a restart loads itself again. */
async function ask(path, options) {
  const response = await fetch(path, options);
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  if (body.error?.code === 'stale_session') loadAgain();
  throw new ApiError(body.error?.message ?? `The agent answered ${response.status}.`);
}

/** Not more often than every 10 seconds, in case the browser keeps no cookies. */
function loadAgain() {
  const last = Number(sessionStorage.getItem('deskhand-loaded') ?? 0);
  if (Date.now() - last < 10_000) return;
  sessionStorage.setItem('deskhand-loaded', String(Date.now()));
  location.reload();
}

export function get(path, query = {}) {
  const search = new URLSearchParams(query).toString();
  return ask(search === '' ? `/api/${path}` : `/api/${path}?${search}`, { headers: { accept: 'application/json' } });
}

export function post(path, body) {
  return ask(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-deskhand-csrf': csrf },
    body: JSON.stringify(body),
  });
}

/** Calls back after anything changed, and with `false` while the agent cannot be reached. */
export function listen(onChange, onReachable) {
  const source = new EventSource('/events');
  source.addEventListener('open', () => onReachable(true));
  source.addEventListener('change', onChange);
  source.addEventListener('error', () => {
    onReachable(false);
    // A refused stream is not tried again by the browser: the session may be an old one.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(onChange, onReachable), 2000);
  });
}
