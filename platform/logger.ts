/** Structured logs on stdout or a stream, with secrets blanked wherever they are likely to appear. */
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger } from 'pino';

const SECRET_KEYS = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'set-cookie',
  'databaseUrl',
  'adminUrl',
  'appUrl',
  'smtpUrl',
];

const CENSOR = '[redacted]';

export interface LoggerSettings {
  readonly name: string;
  readonly level: LogLevel;
  readonly destination?: DestinationStream;
}

/** A logger for one process. Errors are written with their causes; credentials inside URLs are blanked in every string. */
export function createLogger(settings: LoggerSettings): Logger {
  const options: LoggerOptions = {
    name: settings.name,
    level: settings.level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: redactionPaths(), censor: CENSOR },
    serializers: { err: serializeError, error: serializeError },
    hooks: {
      logMethod(args, method) {
        const [first, ...rest] = args;
        const clean = rest.map((part) => (typeof part === 'string' ? blankUrlSecrets(part) : part));
        const head = typeof first === 'string' ? blankUrlSecrets(first) : first;
        method.apply(this, [head, ...clean] as Parameters<typeof method>); // same arguments, same order
      },
    },
  };
  return settings.destination === undefined ? pino(options) : pino(options, settings.destination);
}

/** Blanks the password of any URL inside a text: `postgres://app:…@host` keeps its host. */
export function blankUrlSecrets(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*):[^\s@/]+@/gi, `$1:${CENSOR}@`);
}

function redactionPaths(): string[] {
  const quoted = SECRET_KEYS.map((key) => `["${key}"]`);
  return [...quoted, ...quoted.map((key) => `*${key}`), ...quoted.map((key) => `*.*${key}`)];
}

function serializeError(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const plain = pino.stdSerializers.err(value);
  return {
    ...plain,
    message: blankUrlSecrets(plain.message),
    stack: blankUrlSecrets(plain.stack),
  };
}
