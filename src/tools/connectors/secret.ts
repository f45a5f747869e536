import { z } from 'zod';

/** How the configuration names a value of the environment. */
export const ENVIRONMENT_REFERENCE = /\$\{([A-Z][A-Z0-9_]*)\}/g;

/** A secret never stands in a file: it is named, and comes from the environment or `.env`. */
export const secret = z.string().regex(/\$\{[A-Z][A-Z0-9_]*\}/, 'a reference to the environment such as ${SHOP_TOKEN}');

const SECRET_HEADER = /^(?:authorization|proxy-authorization|cookie|.*(?:token|secret|api-?key).*)$/i;
const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** Request headers; those that let us in have to name the environment. */
export const headers = z
  .record(z.string().regex(HEADER_NAME, 'the name of a header'), z.string().regex(/^[^\r\n]*$/, 'one line'))
  .superRefine((given, context) => {
    for (const [name, value] of Object.entries(given)) {
      if (!SECRET_HEADER.test(name) || secret.safeParse(value).success || value.startsWith('$')) continue;
      context.addIssue({ code: 'custom', path: [name], message: 'a reference to the environment such as ${SHOP_TOKEN}' });
    }
  });

/** Where a system is reached: encrypted, unless it stands on this machine. */
export const serverUrl = z.string().superRefine((text, context) => {
  const why = /^\$\{[A-Z][A-Z0-9_]*\}$/.test(text) ? undefined : refuseUrl(text);
  if (why !== undefined) context.addIssue({ code: 'custom', message: why });
});

/** What is wrong with the address of a server, as what was expected; never repeats it. */
export function refuseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return 'a URL that begins with https://';
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '') return 'a URL without a login; put it into a header that names the environment';
  if (search !== '' || hash !== '') return 'a URL that ends with its path';
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return undefined;
  return 'a URL that begins with https://; http:// is for this machine only';
}

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
