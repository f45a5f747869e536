import { createServer, type AddressInfo } from 'node:net';

/** A port that nobody listens on at this moment, for programs that cannot take one by themselves. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
