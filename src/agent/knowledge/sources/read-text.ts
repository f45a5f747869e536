import { readFile } from 'node:fs/promises';

/** Above this a file is not read: no article is that long. */
export const MAX_BYTES = 16 * 1024 * 1024;
/** A text has hardly any bytes that are no characters; a picture or an archive has many. */
const MAX_UNREADABLE_SHARE = 0.01;

export type ReadText = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'unreadable'; readonly problem: string };

const unreadable = (problem: string): ReadText => ({ kind: 'unreadable', problem });

/** The text of a file, of a PDF its pages one after the other. Rejects when the file cannot be read at all. */
export async function readText(path: string, bytes: number): Promise<ReadText> {
  if (bytes > MAX_BYTES) return unreadable(`is larger than ${MAX_BYTES / 1024 / 1024} MB`);
  const content = await readFile(path);
  if (/\.pdf$/i.test(path)) return readPdf(content);
  const text = content.toString('utf8');
  const odd = text.match(/[\0\uFFFD]/g)?.length ?? 0;
  return odd > text.length * MAX_UNREADABLE_SHARE ? unreadable('is not text in UTF-8') : { kind: 'text', text };
}

async function readPdf(content: Buffer): Promise<ReadText> {
  // Loaded only where there is a PDF: it is as large as the rest of the product.
  const { extractText, getDocumentProxy } = await import('unpdf');
  try {
    const document = await getDocumentProxy(new Uint8Array(content), { verbosity: 0 });
    const { text } = await extractText(document, { mergePages: false });
    const pages = text.map((page) => page.trim()).filter((page) => page !== '');
    return pages.length === 0 ? unreadable('is a PDF without text, perhaps scanned pages') : { kind: 'text', text: pages.join('\n\n') };
  } catch {
    return unreadable('is not a PDF that can be read; it may be damaged or locked');
  }
}
