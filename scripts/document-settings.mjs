// Writes docs/configuration.md from the schemas and the shipped files.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { shippedSettingsDocument } = await import(pathToFileURL(join(root, 'src', 'config', 'shipped-settings-document.ts')).href);
writeFileSync(join(root, 'docs', 'configuration.md'), shippedSettingsDocument(join(root, 'config')));
