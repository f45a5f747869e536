import { enableCompileCache, flushCompileCache } from 'node:module';

// A thread does not share the main one's cache of compiled code, and one that is ended saves none.
enableCompileCache();
await import('./router-worker.ts');
flushCompileCache();
