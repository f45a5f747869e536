// Plain JavaScript, because the first file is read before compiled code can be kept: one with types would load Node's
// whole TypeScript reader, at every start and for nothing else. `node src/main.ts` does the same without that saving.
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('../src/main.ts');
