import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockHome } from '../../../platform/home.ts';
import { findFreePort, isPortFree } from '../../../platform/ports.ts';
import { processBirthmark } from '../../../platform/processes.ts';

describe('the lock of a data folder', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'milepost-home-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it('is held by one process at a time', () => {
    const release = lockHome(home);
    expect(() => lockHome(home)).toThrow(/is in use by another Milepost \(process \d+\)/);
    release();
    lockHome(home)();
    expect(existsSync(join(home, 'lock'))).toBe(false);
  });

  it('is taken over from a process that is dead', () => {
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(join(home, 'lock'), `${dead} `);
    expect(() => {
      lockHome(home)();
    }).not.toThrow();
  });

  it('is taken over when the id now belongs to another process', () => {
    const other = processBirthmark(process.pid) === undefined ? '' : '1';
    writeFileSync(join(home, 'lock'), `${process.pid} ${other}`);
    if (other === '') expect(() => lockHome(home)).toThrow(/in use/);
    else lockHome(home)();
  });

  it('names a folder that cannot be made', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => lockHome(join(home, 'file', 'below'))).toThrow(/cannot be written/);
  });
});

describe('a port', () => {
  it('is free until something listens on it', async () => {
    const port = await findFreePort();
    expect(await isPortFree(port)).toBe(true);
    const server = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await isPortFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });
});
