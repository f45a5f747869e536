import { enableCompileCache } from 'node:module';

// Compiled code is kept between starts: it halves the time until messages are accepted.
enableCompileCache();
const { runProcess } = await import('./cli/run-process.ts');
await runProcess(['start']);
