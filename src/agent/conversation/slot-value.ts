import type { CustomerRequest } from '../../domain/request.ts';
import { accountValue } from '../handlers/account.ts';
import { addressAnswer } from '../handlers/address-in.ts';
import type { Scene } from '../scene.ts';

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:first|1st|top)\b/i, 0],
  [/\b(?:second|2nd)\b/i, 1],
  [/\b(?:third|3rd)\b/i, 2],
  [/\b(?:fourth|4th)\b/i, 3],
  [/\b(?:last|latest|bottom)\b/i, -1],
];

/** What the message gives for the detail that we asked about. */
export function slotValue(about: string, request: CustomerRequest, scene: Scene): string | undefined {
  const { words, understanding } = scene;
  const entity = (type: string): string | undefined => understanding.entities.find((found) => found.type === type)?.value;
  switch (about) {
    case 'order_id':
      return entity('order_id') ?? listedOrder(request, words);
    case 'email':
    case 'new_email':
      return entity('email');
    case 'new_address':
      return addressAnswer(words);
    case 'field':
      return /\bphone|mobile|cell\b/i.test(words)
        ? 'phone'
        : /\baddress\b/i.test(words)
          ? 'address'
          : /\bname\b/i.test(words)
            ? 'name'
            : undefined;
    case 'new_value':
      return accountValue(request.slots['field'] ?? '', words, understanding.entities);
    default:
      return undefined;
  }
}

/** "The second one", of the orders that we listed. */
function listedOrder(request: CustomerRequest, words: string): string | undefined {
  const listed = (request.slots['listed'] ?? '').split(',').filter((id) => id !== '');
  const position = ORDINALS.find(([pattern]) => pattern.test(words))?.[1];
  return position === undefined ? undefined : listed.at(position);
}
