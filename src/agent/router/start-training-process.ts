import { enableCompileCache } from 'node:module';

// Whoever asked is gone: nobody waits for an answer.
process.once('disconnect', () => process.exit());
enableCompileCache();
await import('./training-process.ts');
