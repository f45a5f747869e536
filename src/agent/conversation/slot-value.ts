import type { CustomerRequest } from '../../domain/request.ts';
import { accountValue, fieldIn } from '../handlers/account.ts';
import { addressAnswer } from '../handlers/address-in.ts';
import type { Scene } from '../scene.ts';

/** What the message gives for the detail that we asked about. */
export function slotValue(about: string, request: CustomerRequest, scene: Scene): string | undefined {
  const { words, understanding } = scene;
  const entity = (type: string): string | undefined => understanding.entities.find((found) => found.type === type)?.value;
  switch (about) {
    case 'order_id':
      return entity('order_id') ?? listedOrder(request, scene);
    case 'email':
    case 'new_email':
      return entity('email');
    case 'new_address':
      return addressAnswer(words, scene.language.words);
    case 'field':
      return fieldIn(words, scene.language.words);
    case 'new_value':
      return accountValue(request.slots['field'] ?? '', words, understanding.entities, scene.language.words);
    default:
      return undefined;
  }
}

/** "The second one", of the orders that we listed. */
function listedOrder(request: CustomerRequest, { words, language }: Scene): string | undefined {
  const listed = (request.slots['listed'] ?? '').split(',').filter((id) => id !== '');
  const position = language.words.orders.ordinals.find((ordinal) => ordinal.words.test(words))?.position;
  return position === undefined ? undefined : listed.at(position);
}
