/** The connection to the SMTP server: pooled, with deadlines everywhere, and nothing read from files or fetched from addresses. */
import { createTransport } from 'nodemailer';
import type { EmailMessage } from './email-message.ts';

export interface SmtpSettings {
  /** `smtp://` (STARTTLS where the server offers it, `?requireTLS=true` to insist) or `smtps://`. */
  readonly url: string;
  /** The sender, `Name <address>` or a bare address. */
  readonly from: string;
}

export interface SmtpTransport {
  /** Resolves when the server has taken the message; rejects with nodemailer's error. */
  send(message: EmailMessage, signal: AbortSignal): Promise<void>;
  /** Whether a connection can be made and the credentials are accepted. */
  answers(): Promise<boolean>;
  close(): void;
}

export const SMTP_CONNECTIONS = 4;

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;
const IDLE_MS = 30_000;

export function createSmtpTransport(settings: Pick<SmtpSettings, 'url'>): SmtpTransport {
  const options = {
    url: settings.url,
    pool: true as const,
    maxConnections: SMTP_CONNECTIONS,
    // Whether to send again after a connection that broke is decided and recorded by the queue, not inside the library.
    maxRequeues: 0,
    idleTimeout: IDLE_MS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  };
  const transporter = createTransport(options);
  return {
    send: async (message, signal) => {
      const mail = {
        ...message,
        headers: { ...message.headers },
        disableFileAccess: true,
        disableUrlAccess: true,
        signal,
      };
      await transporter.sendMail(mail);
    },
    answers: async () => {
      try {
        return await transporter.verify();
      } catch {
        return false;
      }
    },
    close: () => {
      transporter.close();
    },
  };
}
