// Installs what is missing, so that a fresh clone needs one command. Plain JavaScript: it runs before anything is
// installed, on whatever Node the machine has (20 or newer).
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that runs TypeScript sources as they are and loads the SQLite engine. */
const OLDEST_NODE = [22, 18];

/** A holder that has not touched its lock for this long was killed. */
const LOCK_STALE_MS = 10_000;
const HEARTBEAT_MS = 2_000;
const QUIET_PROGRESS_MS = 15_000;

/** What went wrong and what to do, already worded for the person at the terminal. */
export class SetupError extends Error {}

/** Installs the packages of `root` unless the marker says that they belong to today's lock file. Throws `SetupError`. */
export async function ensureInstalled(root = ROOT, out = process.stderr) {
  const wanted = fingerprint(root);
  if (isCurrent(root, wanted)) return;
  const lock = await takeLock(root, wanted, out);
  if (lock === undefined) return;
  try {
    await install(root, out, lock);
    checkRuntime(root);
    writeOrExplain(root, () => writeFileSync(markerPath(root), wanted));
  } finally {
    lock.release();
  }
}

/** The Node that can run the sources: this one if it is new enough, otherwise the one from the `node` package. */
export function findRuntime(root = ROOT) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const packaged = packagedNode(root);
  return existsSync(packaged) ? packaged : undefined;
}

function markerPath(root) {
  return join(root, 'node_modules', '.deskhand-setup');
}

function packagedNode(root) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Changes whenever another set of packages is wanted. */
function fingerprint(root) {
  const { dependencies, devDependencies, allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(JSON.stringify([dependencies, devDependencies, allowScripts, process.platform, process.arch]))
    .digest('hex');
}

function isCurrent(root, wanted) {
  try {
    return readFileSync(markerPath(root), 'utf8') === wanted;
  } catch {
    return false;
  }
}

/** One set-up at a time: whoever comes second waits and then finds the work done. */
async function takeLock(root, wanted, out) {
  const path = join(root, 'node_modules', '.deskhand-setup.lock');
  let said = false;
  for (;;) {
    const handle = writeOrExplain(root, () => {
      mkdirSync(dirname(path), { recursive: true });
      return openExclusively(path);
    });
    if (handle !== undefined) {
      if (isCurrent(root, wanted)) {
        rmSync(path, { force: true });
        return undefined;
      }
      return holdLock(path, handle);
    }
    if (!said) out.write('Another set-up is running here; waiting for it.\n');
    said = true;
    await sleep(250);
    if (isStale(path)) rmSync(path, { force: true });
  }
}

function openExclusively(path) {
  try {
    return openSync(path, 'wx');
  } catch (error) {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  }
}

function holdLock(path, handle) {
  writeSync(handle, String(process.pid));
  closeSync(handle);
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The folder was removed underneath; the installation itself will say so.
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    release() {
      clearInterval(heartbeat);
      rmSync(path, { force: true });
    },
  };
}

function isStale(path) {
  try {
    return Date.now() - statSync(path).mtimeMs > LOCK_STALE_MS;
  } catch {
    return false;
  }
}

async function install(root, out, lock) {
  const progress = startProgress(out);
  const result = await runNpm(root, lock);
  progress.stop(result.code === 0);
  if (result.code !== 0) throw new SetupError(explainFailure(root, result));
}

/**
 * `npm install`, not `npm ci`: a lock written on one platform lacks the other platforms' optional binaries, on which
 * `npm ci` gives up. Development packages are wanted even under NODE_ENV=production, because Node itself is one.
 */
function runNpm(root, lock) {
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--no-engine-strict',
    '--loglevel=error',
    '--no-progress',
  ];
  const cli = process.env.npm_execpath;
  const [command, prefix] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, [...prefix, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && prefix.length === 0,
    });
    const stop = (signal) => {
      child.kill(signal);
      lock.release();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const keep = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: -1, output: `${output}\n${error.message}`, missing: error.code === 'ENOENT' }));
    child.on('close', (code) => {
      process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
      resolve({ code: code ?? -1, output, missing: false });
    });
  });
}

function startProgress(out) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
  let tick = 0;
  if (!out.isTTY) out.write('Installing the packages that Deskhand needs (once, about a minute) …\n');
  const timer = out.isTTY
    ? setInterval(() => out.write(`\r${frames[tick++ % frames.length]} Installing the packages that Deskhand needs … ${seconds()} s `), 120)
    : setInterval(() => out.write(`… still installing after ${seconds()} s\n`), QUIET_PROGRESS_MS);
  return {
    stop(ok) {
      clearInterval(timer);
      if (out.isTTY) out.write('\r\u001B[2K');
      if (ok) out.write(`Packages installed in ${seconds()} s.\n`);
    },
  };
}

const CAUSES = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network request/i,
    'There is no way to the package registry. Check the connection and `npm config get registry`, then run the same command again.',
  ],
  [/ENOSPC/, 'The disk is full. About 500 MB are needed; free some space and run the same command again.'],
  [/EACCES|EPERM|EROFS/, 'npm may not write here. Make the folder (and ~/.npm) yours, or clone to a folder that is.'],
  [/E401|E403|ENEEDAUTH/, 'The registry refused the request. Check the credentials in ~/.npmrc.'],
  [
    /E404|ETARGET|notarget/,
    'The registry does not have one of the pinned packages. Point npm at https://registry.npmjs.org/ or a full mirror.',
  ],
];

function explainFailure(root, { code, output, missing }) {
  const lines = output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !/EBADENGINE|A complete log of this run|^npm error\s+at /.test(line))
    .slice(-12);
  const advice = missing
    ? 'npm was not found. Install Node 20 or newer together with npm.'
    : (CAUSES.find(([pattern]) => pattern.test(output))?.[1] ?? `To see everything: cd ${JSON.stringify(root)} && npm install --no-save`);
  return [`Set-up failed in the step "npm install" (exit code ${code}). Its last lines:`, ...lines.map((line) => `  ${line}`), advice].join(
    '\n',
  );
}

/** The `node` package brings its binary through an install script, which npm can be told to skip. */
function checkRuntime(root) {
  if (isNewEnough(process.versions.node)) return;
  const packaged = packagedNode(root);
  const version = existsSync(packaged) ? spawnSync(packaged, ['--version'], { encoding: 'utf8' }).stdout?.trim() : undefined;
  if (version && isNewEnough(version.replace(/^v/, ''))) return;
  throw new SetupError(
    [
      `Set-up failed in the step "check Node": this machine runs ${process.version}, and the packaged Node 24 is not usable${version ? ` (${version})` : ''}.`,
      'Run `npm rebuild node --ignore-scripts=false` in the folder, or install Node 22.18 or newer.',
    ].join('\n'),
  );
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

function writeOrExplain(root, write) {
  try {
    return write();
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) throw error;
    const advice =
      error.code === 'ENOSPC' ? 'Free some space (about 500 MB) and try again.' : 'Make it writable, or clone to a folder that is.';
    throw new SetupError(`Set-up failed in the step "write node_modules": cannot write to ${root} (${error.code}).\n${advice}`);
  }
}

function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await ensureInstalled();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
