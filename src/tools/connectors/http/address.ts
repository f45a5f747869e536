import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that only make sense inside somebody's network: RFC 1918, 6598, 3927, 4193, 4291 and the ones that name this machine. */
const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv6');

/** Whether an IP address is not one of the public Internet. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return isIP(plain) === 0 || PRIVATE.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

/** What a host name stands for; node's own look-up unless a test answers. */
export type Resolve = (host: string, done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void) => void;

const resolveHost: Resolve = (host, done) => lookup(host, { all: true }, done);

/**
 * Looks names up for a connection and leaves private addresses out, at the moment of connecting, so that a name which
 * changes its mind between a check and the request gains nothing. Fails with the code `EPRIVATE` when none is left.
 */
export function publicLookup(resolve: Resolve = resolveHost): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      const [first, ...rest] = error ? [] : addresses.filter(({ address }) => !isPrivateAddress(address));
      if (!first) done(error ?? Object.assign(new Error('a private address'), { code: 'EPRIVATE' }), '', 0);
      else if (options.all) done(null, [first, ...rest]);
      else done(null, first.address, first.family);
    });
  };
}
