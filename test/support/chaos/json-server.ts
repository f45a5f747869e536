import { createServer, type IncomingMessage, type Server } from 'node:http';

export interface JsonRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** A connection that outlives its request would hold up the end of its server. */
const ONE_REQUEST = { connection: 'close' };

/** A server on 127.0.0.1 that answers JSON; `undefined` from `answer` is a 404. */
export async function openJsonServer(answer: (request: JsonRequest) => Promise<unknown>): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    void readBody(request)
      .then((text) =>
        answer({
          method: request.method ?? 'GET',
          url: new URL(request.url ?? '/', 'http://127.0.0.1'),
          headers: request.headers,
          body: text === '' ? undefined : JSON.parse(text),
        }),
      )
      .then(
        (value) => response.writeHead(value === undefined ? 404 : 200, ONE_REQUEST).end(JSON.stringify(value ?? null)),
        () => response.writeHead(500, ONE_REQUEST).end(),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
