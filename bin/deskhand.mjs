#!/usr/bin/env node
// Plain JavaScript that Node 20 can read. In a checkout it installs what is missing and runs the sources; in the
// installed package it runs what was built. Signals and exit codes pass through.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const setup = join(root, 'scripts', 'setup.mjs');

if (existsSync(setup)) await runCheckout();
else await runPackage();

async function runCheckout() {
  const { ensureInstalled, findRuntime, SetupError } = await import(pathToFileURL(setup).href);
  try {
    await ensureInstalled(root);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    fail(error.message);
  }
  const runtime = findRuntime(root) ?? fail('The packaged Node 24 is missing. Remove node_modules and run the same command again.');
  await run(runtime, join(root, 'src', 'cli', 'main.ts'));
}

async function runPackage() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18)) fail(`Deskhand needs Node 22.18 or newer; this is ${process.version}.`);
  await run(process.execPath, join(root, 'dist', 'cli', 'main.js'));
}

/** In this process when it can be, because nothing needs to be passed on then. */
async function run(runtime, entry) {
  if (runtime === process.execPath) {
    await import(pathToFileURL(entry).href);
    return;
  }
  const child = spawn(runtime, [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`Cannot run ${runtime}: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1);
  });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
