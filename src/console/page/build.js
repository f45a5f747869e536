/**
 * One element. Children are elements or text; text is always text, never markup. `on` holds listeners, `data` goes to
 * data attributes, `className` to the class, anything else to attributes; undefined and false are left out.
 */
export function build(name, { on = {}, data = {}, className, ...attributes } = {}, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : String(value));
  }
  for (const [key, value] of Object.entries(data)) element.dataset[key] = value;
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false && child !== ''));
  return element;
}

export function button(label, onClick, options = {}) {
  return build('button', { type: 'button', ...options, on: { click: onClick } }, label);
}

/** `14:02`, and the day before it unless that is today. */
export function clock(iso) {
  const at = new Date(iso);
  const time = at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const isToday = at.toDateString() === new Date().toDateString();
  return build('time', { datetime: iso, title: at.toLocaleString() }, isToday ? time : `${at.toLocaleDateString()} ${time}`);
}

/** Replaces the content only when what it was made from has changed, so that nothing flickers, closes or loses its focus. */
export function showWhenChanged(container, source, make) {
  const text = JSON.stringify(source);
  if (container.dataset.source === text) return false;
  container.dataset.source = text;
  const open = new Set([...container.querySelectorAll('details[open][data-key]')].map(({ dataset }) => dataset.key));
  container.replaceChildren(...[make()].flat().filter(Boolean));
  for (const details of container.querySelectorAll('details[data-key]')) if (open.has(details.dataset.key)) details.open = true;
  return true;
}
