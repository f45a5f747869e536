// Writes docs/tools.md from the definitions of the tools. With --check it only says whether the file is current.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const load = (...path) => import(pathToFileURL(join(root, ...path)).href);
const file = join(root, 'docs', 'tools.md');

const { provideImports } = await load('src', 'tools', 'load-pack.ts');
provideImports();
const { toolsDocument } = await load('src', 'tools', 'tools-document.ts');
const { loadConfig } = await load('src', 'config.ts');
const { openDemoShop } = await load('src', 'tools', 'demo-shop', 'demo-shop.ts');
const retail = await load('examples', 'retail', 'pack.ts');
const airline = await load('examples', 'airline', 'pack.ts');

const { policies } = (await loadConfig({}, { folder: root })).playbook;
const now = () => new Date(0);
const NONE = new Map();
const text = toolsDocument([
  {
    title: 'The demo shop',
    about: 'What Deskhand runs on until a company connects its own system: `src/tools/demo-shop`.',
    pack: await openDemoShop({ folder: ':memory:', anchor: now(), now, policies }),
    ownRules: policies.rules,
  },
  {
    title: 'Example: a retail shop',
    about: 'A shop that somebody else wrote the policy of: `examples/retail`.',
    pack: retail.packOver({ products: NONE, users: NONE, orders: NONE }),
  },
  {
    title: 'Example: an airline',
    about: 'An airline that somebody else wrote the policy of: `examples/airline`.',
    pack: airline.packOver({ flights: NONE, users: NONE, reservations: NONE }),
  },
]);

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('docs/tools.md is not what the tools say. Run "npm run docs".\n');
  process.exitCode = 1;
}
