import { AppError } from '../../../domain/error.ts';

const nameOf = (error: unknown): string =>
  error !== null && typeof error === 'object' && 'name' in error && typeof error.name === 'string' ? error.name : '';

export const isNotFound = (error: unknown): boolean => nameOf(error) === 'PineconeNotFoundError';

interface Refusal {
  readonly says: string;
  readonly hint: string;
}

/** What no repeat can help, by the name of the client's error class; everything else is a matter of time. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  PineconeAuthorizationError: { says: 'does not accept the key', hint: 'Check PINECONE_API_KEY.' },
  PineconePaymentRequiredError: { says: 'wants a payment first', hint: 'Look at the plan and its limits in the Pinecone console.' },
  PineconeNotFoundError: {
    says: 'has no such index or namespace',
    hint: 'Check PINECONE_INDEX_HOST and pinecone.index in knowledge.yaml.',
  },
  PineconeBadRequestError: {
    says: 'refused the request',
    hint: 'The index must embed texts itself (integrated inference) with the field map text → chunk_text.',
  },
  PineconeArgumentError: { says: 'was asked in a form it does not take', hint: 'Check the pinecone settings in knowledge.yaml.' },
};

/** Never repeats what the server said: that may hold the text of a customer. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const refusal = REFUSALS[nameOf(error)];
  return refusal
    ? new AppError('knowledge_unavailable', `Pinecone ${refusal.says}`, { retryable: false, hint: refusal.hint, cause: error })
    : new AppError('knowledge_unavailable', 'Pinecone cannot be reached', {
        retryable: true,
        hint: 'The in-process index answers meanwhile; check PINECONE_INDEX_HOST and status.pinecone.io.',
        cause: error,
      });
}
