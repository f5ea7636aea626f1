import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../../platform/config.ts';
import { StartupError } from '../../../platform/startup-error.ts';

describe('loadConfig', () => {
  it('needs nothing from the environment', () => {
    const config = loadConfig({});
    expect(config.http).toMatchObject({ port: 8080, host: '127.0.0.1' });
    expect(config.home).toBe(`${process.cwd()}/.milepost`);
    expect(config.demo.enabled).toBe(true);
    expect(config.files.maxBytes).toBe(52_428_800);
  });

  it('turns the demo off where the database is given, unless it is asked for', () => {
    const url = { DATABASE_URL: 'postgres://a:b@localhost/c' };
    expect(loadConfig(url).demo.enabled).toBe(false);
    expect(loadConfig({ ...url, MILEPOST_DEMO: 'on' }).demo.enabled).toBe(true);
  });

  it('takes an empty variable for an unset one', () => {
    expect(loadConfig({ DATABASE_URL: '', PORT: '' }).http.port).toBe(8080);
  });

  it.each([
    [{ PORT: 'eighty' }, 'The environment variable PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '65536' }, 'The environment variable PORT must be a whole number from 0 to 65535.'],
    [
      { DATABASE_URL: 'mysql://x' },
      'The environment variable DATABASE_URL must be a postgres:// address.',
    ],
    [
      { TEMPORAL_ADDRESS: 'temporal' },
      'The environment variable TEMPORAL_ADDRESS must be host:port.',
    ],
    [{ MILEPOST_DEMO: 'yes' }, 'The environment variable MILEPOST_DEMO must be on or off.'],
    [
      { SMTP_URL: 'mail' },
      'The environment variable SMTP_URL must be an smtp:// or smtps:// address.',
    ],
  ])('refuses %o in one sentence', (environment, sentence) => {
    expect(() => loadConfig(environment)).toThrow(new StartupError(sentence));
  });

  it('is frozen to the bottom', () => {
    const config = loadConfig({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.values(config).every((part) => Object.isFrozen(part))).toBe(true);
  });
});
