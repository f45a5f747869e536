import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { AppError } from '../../../domain/error.ts';
import type { Connector } from '../connector.ts';
import type { Resolve } from '../http/address.ts';
import { createHttpConnector, type HttpOperation } from '../http/http-connector.ts';
import { describeOperation } from './describe-operation.ts';
import { openapiCall, type OpenapiSettings } from './openapi-settings.ts';

/** Makes tools of the operations of an OpenAPI document; the document says how they are asked and what their answers look like. */
export function createOpenapiConnector(settings: OpenapiSettings, options: { readonly resolve?: Resolve } = {}): Connector {
  const { document: path, ...rest } = settings;
  let document: Promise<unknown> | undefined;
  const describe = async (given: unknown): Promise<HttpOperation> => {
    const call = openapiCall.parse(given);
    const described = describeOperation(await (document ??= readDocument(path)), call);
    if (described.kind === 'unusable') throw unusable(path, described.because);
    const { answer } = described;
    return answer === undefined
      ? { call: described.call }
      : { call: described.call, misshapen: (data) => (answer.safeParse(data).success ? undefined : 'not as the document says') };
  };
  return createHttpConnector({ ...rest, kind: 'http' }, { ...options, describe });
}

async function readDocument(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw unusable(path, `it cannot be read (${error.code ?? 'unknown reason'})`);
  });
  try {
    const document: unknown = parse(text, { maxAliasCount: 0 });
    return document;
  } catch {
    throw unusable(path, 'it is neither YAML nor JSON');
  }
}

const unusable = (path: string, because: string): AppError =>
  new AppError('config_invalid', `${path}: ${because}`, {
    retryable: false,
    hint: 'Correct the document, or operationId and `with` in connectors.yaml.',
  });
