import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path of the site answers: a text as HTML, or whatever the function does. */
export type SitePage = string | ((response: ServerResponse, headers: IncomingHttpHeaders) => void);

export interface HelpSite {
  /** With scheme and port, without a slash at the end. */
  readonly origin: string;
  readonly pages: Map<string, SitePage>;
  /** Paths in the order in which they were asked for. */
  readonly asked: string[];
  /** A sitemap of these paths. */
  urlset(paths: readonly (string | readonly [path: string, lastModified: string])[]): string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { xml: 'application/xml', json: 'application/json', txt: 'text/plain' };

/** A web site on 127.0.0.1. What it does not have is answered with 404. */
export async function openHelpSite(pages: Readonly<Record<string, SitePage>> = {}): Promise<HelpSite> {
  const site = new Map(Object.entries(pages));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const page = site.get(path);
    if (page === undefined) return void response.writeHead(404).end();
    if (typeof page === 'function') return page(response, request.headers);
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/html';
    response.writeHead(200, { 'content-type': type }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    pages: site,
    asked,
    urlset: (paths) =>
      `<?xml version="1.0"?><urlset>${paths
        .map((one) => (typeof one === 'string' ? [one] : one))
        .map(
          ([path, modified]) =>
            `<url><loc>${path?.startsWith('http') ? path : origin + path}</loc>${modified ? `<lastmod>${modified}</lastmod>` : ''}</url>`,
        )
        .join('')}</urlset>`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A page as a help centre has it. */
export const helpPage = (title: string, text: string): string =>
  `<html lang="en"><head><title>${title}</title></head><body><nav>Home</nav><h1>${title}</h1><p>${text}</p></body></html>`;
