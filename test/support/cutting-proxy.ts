import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';

/** A TCP proxy on loopback that can hang up in the middle of what the server sends. */
export interface CuttingProxy {
  readonly port: number;
  /** Once so many more bytes have come from the server, both ends are closed, once. */
  cutAfter(bytes: number): void;
  cuts(): number;
  stop(): Promise<void>;
}

export async function startCuttingProxy(target: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let left = Infinity;
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (chunk) => upstream.write(chunk));
    upstream.on('data', (chunk) => {
      left -= chunk.byteLength;
      if (left >= 0) {
        client.write(chunk);
        return;
      }
      left = Infinity;
      cuts += 1;
      client.write(chunk.subarray(0, Math.floor(chunk.byteLength / 2)), () => client.destroy());
      upstream.destroy();
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    port,
    cutAfter(bytes) {
      left = bytes;
    },
    cuts: () => cuts,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
