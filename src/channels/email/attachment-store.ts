import { createHash } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '../../domain/message.ts';
import { MAIL_LIMITS } from './mail-limits.ts';
import type { MailPart } from './parsed-mail.ts';

/** Programs and scripts are listed for the human and never written to disk. */
const REFUSED = /\.(?:exe|com|bat|cmd|scr|pif|msi|js|jse|vbs|vbe|wsf|hta|ps1|jar|lnk|reg|dll|cpl|iso|img)$/i;

/** A file name without folders, control or turning characters, at most 100 characters long, never hidden. */
export function safeName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029<>:"/\\|?*]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const dot = cleaned.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [cleaned.slice(0, dot), cleaned.slice(dot)] : [cleaned, ''];
  return `${firstCharacters(stem, 80)}${firstCharacters(extension, 20)}` || 'attachment';
}

const firstCharacters = (text: string, count: number): string => Array.from(text).slice(0, count).join('');

/** Stores what may be stored under `attachments/<hash>/<name>`; the same content is written once. */
export async function storeAttachments(
  parts: readonly MailPart[],
  partsLeftOut: number,
  dataFolder: string | undefined,
): Promise<readonly Attachment[]> {
  const stored: Attachment[] = [];
  for (const part of parts) stored.push(await storeAttachment(part, dataFolder));
  const rest =
    partsLeftOut > 0
      ? [{ name: `${partsLeftOut} more parts`, mediaType: 'application/octet-stream', bytes: 0, state: 'refused' as const }]
      : [];
  return [...stored, ...rest];
}

async function storeAttachment({ name, mediaType, content }: MailPart, dataFolder: string | undefined): Promise<Attachment> {
  const attachment = { name: safeName(name), mediaType, bytes: content.byteLength };
  if (content.byteLength > MAIL_LIMITS.partBytes) return { ...attachment, state: 'too_large' };
  if (dataFolder === undefined || REFUSED.test(attachment.name)) return { ...attachment, state: 'refused' };
  const hash = createHash('sha256').update(content).digest('hex');
  const folder = join(dataFolder, 'attachments', hash);
  const file = join(folder, attachment.name);
  if (!(await isWritten(file, content.byteLength))) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.part`, content, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
  return { ...attachment, state: 'stored', path: `${hash}/${attachment.name}` };
}

async function isWritten(file: string, bytes: number): Promise<boolean> {
  try {
    return (await stat(file)).size === bytes;
  } catch {
    return false;
  }
}
