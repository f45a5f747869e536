import process from 'node:process';

/** What one thing costs, in milliseconds of processor time: a busy machine makes it wait, not work more. */
export function processorTime<T>(run: () => T): { readonly result: T; readonly ms: number } {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}
