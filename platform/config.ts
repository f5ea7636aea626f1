/** Reads the environment once, judges it with zod and hands out a frozen configuration; nothing else looks at the environment. */
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { StartupError } from './startup-error.ts';

const MEBIBYTE = 1024 * 1024;

/** What the process may be told from outside. Sizes in bytes, times in minutes unless the name says otherwise. */
export interface Config {
  readonly http: {
    readonly port: number;
    readonly host: string;
    /** The address people use, where a proxy stands in front. */
    readonly publicUrl: string | undefined;
    /** How many proxies in front may be believed about the caller's address. */
    readonly trustedProxies: number;
  };
  /** Absolute path of the data folder. */
  readonly home: string;
  /** Where downloaded tools are kept between homes. */
  readonly cacheDirectory: string;
  readonly database: {
    readonly url: string | undefined;
    /** A role that may change the schema, where `url` may not. */
    readonly migrationUrl: string | undefined;
    readonly poolSize: number;
  };
  readonly temporal: {
    readonly address: string | undefined;
    readonly namespace: string;
    readonly cliPath: string | undefined;
  };
  readonly demo: { readonly enabled: boolean; readonly password: string | undefined };
  readonly smtp: { readonly url: string | undefined; readonly from: string };
  readonly log: { readonly level: LogLevel };
  readonly files: { readonly maxBytes: number; readonly maxPerDeliverable: number };
  readonly worker: {
    readonly maxCachedWorkflows: number;
    readonly maxConcurrentActivities: number;
    readonly shutdownGraceMs: number;
    readonly metricsPort: number | undefined;
  };
  readonly sessions: { readonly idleMinutes: number; readonly absoluteMinutes: number };
}

export type LogLevel = (typeof LOG_LEVELS)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const port = wholeNumber(0, 65_535);
const text = z.string().trim().min(1);
const postgresUrl = urlOf(['postgres:', 'postgresql:'], 'a postgres:// address');

const environmentSchema = z.object({
  PORT: port.default(8080),
  MILEPOST_HOST: text.default('127.0.0.1'),
  MILEPOST_PUBLIC_URL: urlOf(['http:', 'https:'], 'an http:// or https:// address').optional(),
  MILEPOST_TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  MILEPOST_HOME: text.default('.milepost'),
  XDG_CACHE_HOME: text.optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_MIGRATION_URL: postgresUrl.optional(),
  MILEPOST_DATABASE_POOL: wholeNumber(1, 500).default(20),
  TEMPORAL_ADDRESS: z
    .string()
    .trim()
    .regex(/^[^\s/:]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$/, 'must be host:port')
    .optional(),
  TEMPORAL_NAMESPACE: text.default('default'),
  TEMPORAL_CLI_PATH: text.optional(),
  MILEPOST_DEMO: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
  MILEPOST_DEMO_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
  SMTP_URL: urlOf(['smtp:', 'smtps:'], 'an smtp:// or smtps:// address').optional(),
  SMTP_FROM: text.default('Milepost <milepost@localhost>'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info'),
  MILEPOST_FILE_MAX_BYTES: wholeNumber(1, 4096 * MEBIBYTE).default(50 * MEBIBYTE),
  MILEPOST_FILES_PER_DELIVERABLE: wholeNumber(1, 1000).default(20),
  MILEPOST_WORKER_CACHE: wholeNumber(1, 100_000).default(4000),
  MILEPOST_WORKER_ACTIVITIES: wholeNumber(1, 1000).default(40),
  MILEPOST_WORKER_GRACE_MS: wholeNumber(0, 600_000).default(10_000),
  MILEPOST_WORKER_METRICS_PORT: port.optional(),
  MILEPOST_SESSION_IDLE_MINUTES: wholeNumber(1, 100_000).default(30),
  MILEPOST_SESSION_MAX_MINUTES: wholeNumber(1, 100_000).default(12 * 60),
});

type ParsedEnvironment = z.output<typeof environmentSchema>;

/**
 * Judges the environment. An empty variable counts as unset.
 * @throws StartupError naming the first variable that is wrong.
 */
export function loadConfig(environment: Environment = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw new StartupError(describeFault(parsed.error));
  return deepFreeze(toConfig(parsed.data));
}

/** The environment of a child process: this process's own, with the overrides laid over it. */
export function childEnvironment(
  overrides: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  return { ...process.env, ...overrides };
}

function toConfig(env: ParsedEnvironment): Config {
  const cacheHome = env.XDG_CACHE_HOME ?? resolve(homedir(), '.cache');
  return {
    ...limitsOf(env),
    http: {
      port: env.PORT,
      host: env.MILEPOST_HOST,
      publicUrl: env.MILEPOST_PUBLIC_URL,
      trustedProxies: env.MILEPOST_TRUSTED_PROXIES,
    },
    home: resolve(env.MILEPOST_HOME),
    cacheDirectory: resolve(cacheHome, 'milepost'),
    database: {
      url: env.DATABASE_URL,
      migrationUrl: env.DATABASE_MIGRATION_URL,
      poolSize: env.MILEPOST_DATABASE_POOL,
    },
    temporal: {
      address: env.TEMPORAL_ADDRESS,
      namespace: env.TEMPORAL_NAMESPACE,
      cliPath: env.TEMPORAL_CLI_PATH,
    },
    demo: {
      enabled: (env.MILEPOST_DEMO ?? (env.DATABASE_URL === undefined ? 'on' : 'off')) === 'on',
      password: env.MILEPOST_DEMO_PASSWORD,
    },
    smtp: { url: env.SMTP_URL, from: env.SMTP_FROM },
    log: { level: env.LOG_LEVEL },
  };
}

function limitsOf(env: ParsedEnvironment): Pick<Config, 'files' | 'worker' | 'sessions'> {
  return {
    files: {
      maxBytes: env.MILEPOST_FILE_MAX_BYTES,
      maxPerDeliverable: env.MILEPOST_FILES_PER_DELIVERABLE,
    },
    worker: {
      maxCachedWorkflows: env.MILEPOST_WORKER_CACHE,
      maxConcurrentActivities: env.MILEPOST_WORKER_ACTIVITIES,
      shutdownGraceMs: env.MILEPOST_WORKER_GRACE_MS,
      metricsPort: env.MILEPOST_WORKER_METRICS_PORT,
    },
    sessions: {
      idleMinutes: env.MILEPOST_SESSION_IDLE_MINUTES,
      absoluteMinutes: env.MILEPOST_SESSION_MAX_MINUTES,
    },
  };
}

function wholeNumber(least: number, most: number): z.ZodType<number, string> {
  const rule = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,15}$/, rule)
    .transform(Number)
    .refine((value) => value >= least && value <= most, rule);
}

function urlOf(protocols: readonly string[], description: string): z.ZodType<string, string> {
  return z
    .string()
    .trim()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be ${description}`,
    );
}

function describeFault(error: z.ZodError): string {
  const issue = error.issues[0];
  const variable = issue?.path.map(String).join('.') ?? 'the environment';
  return `The environment variable ${variable} ${issue?.message ?? 'is not valid'}.`;
}

function deepFreeze<T extends object>(value: T): T {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) deepFreeze(member as object);
  }
  return Object.freeze(value);
}
