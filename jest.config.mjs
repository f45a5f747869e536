export default {
  testEnvironment: './test/support/jest/plain-globals.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['**/test/**/*.test.ts'],
  testTimeout: 20_000,
  // One more than the cores of a small machine: many tests wait for sockets, processes and fsync.
  maxWorkers: 3,
  moduleNameMapper: { '^deskhand/pack$': '<rootDir>/src/tools/pack.ts' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
};
