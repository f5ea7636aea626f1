/**
 * The way into every npm script on a bare clone: installs the packages and builds when that is due, then runs the command.
 * Plain JavaScript without dependencies, since nothing may be there yet.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NOT_SOURCES = new Set(['node_modules', 'dist', 'test', 'coverage', 'test-artifacts', 'docs']);
const BUILD_RECORD = join(root, 'dist', '.build.json');
const PROGRESS_MS = 3_000;
const PARENT_WATCH_MS = 500;

const CHECKS = [
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['types', 'typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['types of pages', 'typescript/bin/tsc', '-p', 'web/tsconfig.json'],
  ['types of tests', 'typescript/bin/tsc', '-p', 'test/tsconfig.json'],
  [
    'lint',
    'eslint/bin/eslint.js',
    '--cache',
    '--cache-location',
    'node_modules/.cache/eslint/',
    '--max-warnings=0',
    '.',
  ],
  [
    'imports',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '.',
  ],
  [
    'types of the API',
    'openapi-typescript/bin/cli.js',
    ...['docs/openapi.json', '--output', 'web/api/schema.d.ts', '--check'],
  ],
  ['unused code', 'knip/bin/knip.js', '--no-progress'],
];

const COMMANDS = {
  start: (args) => runBuilt(['cli/start.js'], args),
  rehearse: (args) => runBuilt(['cli/rehearse.js'], args),
  calendar: (args) => runBuilt(['cli/calendar.js'], args),
  bench,
  build: () => 0,
  check,
  test,
};

/** A fault that one sentence explains. */
class Fault extends Error {}

async function main() {
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (command === undefined) throw new Fault(`There is no command "${name}".`);
  requireNode();
  process.chdir(root);
  endWithNpm();
  await withLock(async () => {
    await install();
    if (name !== 'check') await build();
  });
  const code = await command(args);
  if (code !== undefined) process.exitCode = code;
}

/** Runs a part of the build in this very process, so that signals need no forwarding. */
async function runBuilt(candidates, args) {
  const file = candidates.map((path) => join(root, 'dist', path)).find((path) => existsSync(path));
  if (file === undefined) throw new Fault(`dist/${candidates[0]} is not part of this build.`);
  process.setSourceMapsEnabled(true);
  process.argv = [process.argv[0], file, ...args];
  await import(pathToFileURL(file).href);
  return undefined;
}

/** Some of what is measured is measured in a browser. */
async function bench(args) {
  const names = args.filter((arg) => !arg.startsWith('-'));
  if (names.length === 0 || names.includes('pages')) await ensureBrowser();
  return runBuilt(['bench/main.js', 'bench/run.js', 'bench/index.js'], args);
}

/** Everything is checked and everything is tested, whatever fails on the way; a focused run (with arguments) skips the checks. */
async function test(args) {
  await ensureBrowser();
  const failedChecks = args.length === 0 ? await countFailedChecks() : 0;
  const jest = await run(
    process.execPath,
    ['--experimental-vm-modules', bin('jest/bin/jest.js'), ...args],
    {
      env: {
        ...process.env,
        MILEPOST_FAILED_CHECKS: String(failedChecks),
        NODE_NO_WARNINGS: '1',
      },
    },
  );
  return jest !== 0 ? jest : Math.min(failedChecks, 1);
}

/**
 * The pages are tested and measured in a real browser. Debian's package is installed where this may be done without asking anybody;
 * elsewhere whatever needs it says what is missing.
 */
async function ensureBrowser() {
  if (hasBrowser() || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  say('正在安装浏览器 · installing Chromium for the pages');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const chromium = ['-y', '-qq', '--no-install-recommends', 'chromium'];
  let { code, output } = await capture('apt-get', ['install', ...chromium], options);
  if (code !== 0) {
    // The lists of a fresh machine are empty or old.
    await capture('apt-get', ['update', '-qq'], options);
    ({ code, output } = await capture('apt-get', ['install', ...chromium], options));
  }
  if (code !== 0) say(`Chromium could not be installed:\n${output.trimEnd()}`);
}

function hasBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return (
    (process.env.MILEPOST_TEST_BROWSER ?? '') !== '' ||
    folders.some((folder) => names.some((name) => existsSync(join(folder, name))))
  );
}

async function check() {
  return (await countFailedChecks()) === 0 ? 0 : 1;
}

async function countFailedChecks() {
  let failed = 0;
  const waiting = [...CHECKS];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, program, ...args] = next;
      const { code, output } = await capture(process.execPath, [bin(program), ...args]);
      if (code !== 0) failed += 1;
      process.stdout.write(`check ${name}: ${code === 0 ? 'ok' : `failed\n${output}`}\n`);
    }
  };
  await Promise.all([work(), work()]);
  return failed;
}

// --- installing ---------------------------------------------------------------------------------------------------------------

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Fault(`Milepost needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  }
}

async function install() {
  const wanted = packagesForThisMachine();
  if (isInstalled(wanted)) return;
  say(`正在安装依赖包 · installing ${wanted.size} packages`);
  const begun = Date.now();
  const progress = setInterval(() => {
    say(
      `  ${Math.round((Date.now() - begun) / 1000)} s, ${countPackages()} of ${wanted.size} packages`,
    );
  }, PROGRESS_MS);
  try {
    let { code, output } = await npm('ci');
    // Strictly by the lockfile if npm accepts it; else as near to it as npm can, leaving it untouched.
    if (/code EUSAGE/.test(output)) ({ code, output } = await npm('install', '--no-save'));
    if (code !== 0) throw new Fault(describeInstallFailure(output));
  } finally {
    clearInterval(progress);
  }
  say('依赖包已就绪 · packages installed');
}

function npm(...command) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel', 'error'];
  const patience = ['--fetch-retry-mintimeout', '2000', '--fetch-retry-maxtimeout', '10000'];
  return capture('npm', [...command, ...quiet, ...patience], {
    shell: process.platform === 'win32',
  });
}

function describeInstallFailure(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|network/i.test(output)) {
    return 'The packages could not be downloaded: the npm registry does not answer (is there a network?).';
  }
  const reason =
    output.split('\n').find((line) => /npm (error|ERR!)/.test(line)) ?? 'npm ci failed';
  return `The packages could not be installed: ${reason.replace(/^npm (error|ERR!)\s*/, '')}`;
}

function isInstalled(wanted) {
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return [...wanted].every(
    ([path, entry]) => entry.optional === true || present.get(path)?.version === entry.version,
  );
}

function packagesForThisMachine() {
  const fits = (list, own) => list === undefined || list.includes(own);
  const all = [...packagesOf(join(root, 'package-lock.json'))];
  return new Map(
    all.filter(([, entry]) => fits(entry.os, process.platform) && fits(entry.cpu, process.arch)),
  );
}

function packagesOf(lockfile) {
  if (!existsSync(lockfile)) return new Map();
  const { packages = {} } = JSON.parse(readFileSync(lockfile, 'utf8'));
  return new Map(Object.entries(packages).filter(([path]) => path !== ''));
}

/** A package counts once its manifest is there: npm makes all folders first. */
function countPackages() {
  const manifests = [...packagesForThisMachine().keys()].map((path) =>
    join(root, path, 'package.json'),
  );
  return manifests.filter((path) => existsSync(path)).length;
}

// --- building -----------------------------------------------------------------------------------------------------------------

async function build() {
  const sources = listSources();
  const hash = hashOf(sources);
  const record = readRecord();
  if (record.hash === hash) return;
  say('正在构建 · building');
  const compiled = await capture(process.execPath, [
    bin('typescript/bin/tsc'),
    '-p',
    'tsconfig.build.json',
  ]);
  if (compiled.code !== 0) throw new Fault(`The build failed:\n${compiled.output.trimEnd()}`);
  removeVanished(record.sources, sources);
  const bundler = join(root, 'dist', 'worker', 'bundle.js');
  if (existsSync(bundler)) {
    const bundled = await capture(process.execPath, ['--enable-source-maps', bundler]);
    if (bundled.code !== 0)
      throw new Fault(`The workflows could not be bundled:\n${bundled.output}`);
  }
  const pages = await capture(process.execPath, [
    bin('vite/bin/vite.js'),
    ...['build', '--config', 'web/vite.config.ts', '--logLevel', 'error'],
  ]);
  if (pages.code !== 0) throw new Fault(`The pages could not be built:\n${pages.output.trimEnd()}`);
  mkdirSync(dirname(BUILD_RECORD), { recursive: true });
  writeFileSync(BUILD_RECORD, JSON.stringify({ hash, sources }));
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(BUILD_RECORD, 'utf8'));
  } catch {
    return { hash: '', sources: [] };
  }
}

/** Everything the build is made from, as sorted paths. */
function listSources() {
  const found = ['package-lock.json'];
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || NOT_SOURCES.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (/\.(tsx?|css|html|svg)$|tsconfig.*\.json$/.test(entry.name))
        found.push(relative(root, path));
    }
  };
  visit(root);
  return found.sort();
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const path of sources)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function removeVanished(before, now) {
  const present = new Set(now);
  for (const path of before) {
    if (present.has(path) || !path.endsWith('.ts')) continue;
    if (path.startsWith(`web${sep}`)) continue;
    const built = join(root, 'dist', path.replace(/\.ts$/, '.js'));
    rmSync(built, { force: true });
    rmSync(`${built}.map`, { force: true });
  }
}

/**
 * npm passes signals on to us, as its scripts `exec` this file; only a npm that was killed outright cannot. Then there is nobody left
 * to stop what runs here, so it stops itself.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_WATCH_MS);
  watch.unref();
}

// --- processes ----------------------------------------------------------------------------------------------------------------

/** Two starts at once on one clone install and build one after the other. */
async function withLock(work) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `milepost-build-${name}.lock`);
  while (!takeLock(lock)) await delay(200);
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    const young = Date.now() - statSync(lock).mtimeMs < 1_000;
    if (!young && !isAlive(holder)) rmSync(lock, { force: true });
  } catch {
    // Released in between.
  }
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function bin(path) {
  return join(root, 'node_modules', path);
}

function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', cwd: root, ...options });
    settle(child, resolve, reject);
  });
}

function capture(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: root,
      ...options,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    settle(child, (code) => resolve({ code, output }), reject);
  });
}

/** Passes signals on, and reports the exit code once every pipe is read. */
function settle(child, resolve, reject) {
  const forward = (signal) => child.kill(signal);
  process.on('SIGINT', forward);
  process.on('SIGTERM', forward);
  child.once('error', reject);
  child.once('close', (code, signal) => {
    process.removeListener('SIGINT', forward);
    process.removeListener('SIGTERM', forward);
    if (signal !== null) process.exitCode = signal === 'SIGINT' ? 130 : 143;
    resolve(code ?? 1);
  });
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Fault ? error.message : (error.stack ?? error)}\n`);
  process.exitCode = 1;
}
