/** Makes the e-mail of a notification: plain text with a simple HTML twin, thin, and recognisable when it comes twice. */
import { createHash } from 'node:crypto';
import type { LeasedEmail } from '../db/read-models/email-queue.ts';
import type { EmailWords } from '../db/read-models/email-words.ts';

type Locale = LeasedEmail['locale'];

export interface EmailInput {
  readonly words: EmailWords;
  readonly locale: Locale;
  /** One event and one person; the Message-ID is made of it alone. */
  readonly key: string;
  readonly to: string;
  /** `Name <address>` or a bare address. */
  readonly from: string;
  readonly publicUrl: string | undefined;
  readonly at: Date;
}

export interface EmailMessage {
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly date: Date;
  readonly headers: Readonly<Record<string, string>>;
}

const FOOTER: Readonly<Record<Locale, { readonly link: string; readonly automatic: string }>> = {
  zh: { link: '请登录系统办理：', automatic: '本邮件由系统自动发送，请勿回复。' },
  en: { link: 'Sign in: ', automatic: 'This message was sent automatically; please do not reply.' },
};

/** One address and nothing else: no list, no display name, no line break. */
const ADDRESS = /^[^\s@<>(),;:\\"[\]\p{Cc}]+@[^\s@<>(),;:\\"[\]\p{Cc}]+$/u;

export function isSingleAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

export function composeEmail(input: EmailInput): EmailMessage {
  const { words, locale, publicUrl } = input;
  const footer = FOOTER[locale];
  const closing = [
    ...(publicUrl === undefined ? [] : [`${footer.link}${publicUrl}`]),
    footer.automatic,
  ];
  return {
    from: input.from,
    to: { name: '', address: input.to },
    subject: words.subject,
    text: `${[words.text, ...closing].join('\n\n')}\n`,
    html: toHtml(words.text, locale, publicUrl),
    messageId: messageIdOf(input.key, input.from),
    date: input.at,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': locale === 'zh' ? 'zh-CN' : 'en',
    },
  };
}

/**
 * The same for every attempt at the same e-mail. SMTP has no idempotency: when the reply to DATA is lost, the message is sent again,
 * and by this id the receiving side can recognise it.
 */
export function messageIdOf(key: string, from: string): string {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 40);
  const domain = /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? 'localhost';
  return `<${digest}@${domain}>`;
}

function toHtml(text: string, locale: Locale, publicUrl: string | undefined): string {
  const footer = FOOTER[locale];
  const paragraphs = text
    .split('\n\n')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`);
  const link =
    publicUrl === undefined
      ? []
      : [
          `<p>${escapeHtml(footer.link)}<a href="${escapeHtml(publicUrl)}">${escapeHtml(publicUrl)}</a></p>`,
        ];
  return [
    `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"></head><body>`,
    ...paragraphs,
    ...link,
    `<p><small>${escapeHtml(footer.automatic)}</small></p>`,
    '</body></html>',
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
