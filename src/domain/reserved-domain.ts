/** Names that RFC 2606 and RFC 6761 keep out of the internet: mail to them reaches nobody outside this machine or test. */
const RESERVED = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/;

/** Whether a mail address can only be a rehearsal, such as `support@larkfield.example`. */
export function isReservedAddress(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return RESERVED.test(domain);
}
