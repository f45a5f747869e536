// Copies what tsc leaves behind, SQL migrations and the page's files among it, to where the built code looks for it.
import { cpSync, existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
cpSync(join(root, 'src'), join(root, 'dist'), { recursive: true, filter: (path) => extname(path) !== '.ts' });

if (!existsSync(join(root, 'dist', 'cli', 'main.js'))) {
  process.stderr.write('dist/cli/main.js is missing: the build did not emit the command line.\n');
  process.exitCode = 1;
}
