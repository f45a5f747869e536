import { build, button, clock, showWhenChanged } from './build.js';

/** The one-time code in a mail, if it holds one. */
export function codeIn(mail) {
  return /(?<!\d)\d{6}(?!\d)/.exec(mail.text)?.[0];
}

/** Mails that could not leave, newest first, each code one click away from the chat. */
export function showInbox(container, mails, useText) {
  showWhenChanged(container, mails, () => {
    if (mails.length === 0) {
      return build('p', { className: 'empty' }, 'No mail yet. Ask about an order as a customer: the code to prove who you are lands here.');
    }
    return mails.map((mail) => mailElement(mail, useText));
  });
}

function mailElement(mail, useText) {
  const code = codeIn(mail);
  return build(
    'article',
    { className: 'mail' },
    build('header', {}, build('strong', {}, mail.subject), clock(mail.at)),
    build('p', { className: 'hint' }, `to ${mail.to}`),
    code && button(`Put ${code} into the chat`, () => useText(code), { className: 'small' }),
    build('details', { data: { key: `mail-${mail.id}` } }, build('summary', {}, 'Read it'), build('p', { className: 'typed' }, mail.text)),
  );
}
