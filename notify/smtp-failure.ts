/** Tells what a failed delivery means: whether the server is away, the attempt may be repeated, or it would fail again for ever. */

/**
 * `connection`: nothing could be learnt about this message, the server may be away. `transient`: refused for now.
 * `permanent`: refused in a way that repeating does not change.
 */
export type SmtpFailureKind = 'connection' | 'transient' | 'permanent';

export interface SmtpFailure {
  readonly kind: SmtpFailureKind;
  /** One line for an operator, at most 300 characters. */
  readonly description: string;
}

const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'EABORT',
  'EAUTH',
  'ECONNECTION',
  'EDNS',
  'ENOAUTH',
  'EPROTOCOL',
  'ESOCKET',
  'ETIMEDOUT',
  'ETLS',
]);

/** Replies to these are about the recipient or the message, not about who sends. */
const ABOUT_THE_MESSAGE: ReadonlySet<string> = new Set(['RCPT TO', 'DATA']);

const MAX_DESCRIPTION = 300;

export function classifySmtpFailure(error: unknown): SmtpFailure {
  const { code, command, responseCode, text } = fieldsOf(error);
  const description = oneLine([code, command, text].filter((part) => part !== '').join(' '));
  return { kind: kindOf({ code, command, responseCode }), description };
}

function kindOf(reply: {
  code: string;
  command: string;
  responseCode: number | null;
}): SmtpFailureKind {
  const { code, command, responseCode } = reply;
  if (responseCode === 421) return 'connection';
  // 503 says that the session was in the wrong state (RFC 5321 §4.2.2), not that the message was refused.
  const refused = responseCode !== null && responseCode >= 500 && responseCode !== 503;
  if (refused && ABOUT_THE_MESSAGE.has(command)) return 'permanent';
  if (CONNECTION_CODES.has(code)) return 'connection';
  if (code === 'EENVELOPE' && responseCode === null && command === 'API') return 'permanent';
  return 'transient';
}

function fieldsOf(error: unknown): {
  code: string;
  command: string;
  responseCode: number | null;
  text: string;
} {
  const found = isRecord(error) ? error : {};
  const responseCode = found['responseCode'];
  return {
    code: textOf(found['code']),
    command: textOf(found['command']),
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    text: textOf(found['response']) || textOf(found['message']) || String(error),
  };
}

/** Nodemailer hangs its findings on the error. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').slice(0, MAX_DESCRIPTION);
}
