import { describe, expect, test } from '@jest/globals';
import { composeEmail, isSingleAddress, messageIdOf } from '../../../notify/email-message.ts';
import { pauseAfter } from '../../../notify/schedule.ts';
import { classifySmtpFailure } from '../../../notify/smtp-failure.ts';

const input = {
  words: {
    subject: '【催办】摸底调查',
    text: '财政所：\n\n<b>请于</b>10月10日前答复\n1. "名册" & 纪要',
  },
  locale: 'zh',
  key: 'programme.7.person',
  to: 'finance@example.org',
  from: 'Milepost <milepost@town.example.org>',
  publicUrl: 'https://milepost.example.org/?a=1&b=2',
  at: new Date('2013-10-08T01:00:00Z'),
} as const;

describe('an e-mail', () => {
  test('is marked as sent by a program, so that nothing answers it', () => {
    const { headers } = composeEmail(input);
    expect(headers['Auto-Submitted']).toBe('auto-generated');
    expect(headers['Content-Language']).toBe('zh-CN');
  });

  test('carries the same Message-ID at every attempt and another one for another event', () => {
    const later = composeEmail({ ...input, at: new Date('2013-10-09T01:00:00Z') });
    expect(later.messageId).toBe(composeEmail(input).messageId);
    expect(messageIdOf('programme.8.person', input.from)).not.toBe(later.messageId);
    expect(later.messageId).toMatch(/^<[0-9a-f]{40}@town\.example\.org>$/);
  });

  test('escapes what stands in titles in its HTML twin', () => {
    const { html } = composeEmail(input);
    expect(html).toContain(
      '&lt;b&gt;请于&lt;/b&gt;10月10日前答复<br>1. &quot;名册&quot; &amp; 纪要',
    );
    expect(html).toContain('href="https://milepost.example.org/?a=1&amp;b=2"');
  });

  test('has no link where no public address is known', () => {
    const { html, text } = composeEmail({ ...input, publicUrl: undefined });
    expect(html).not.toContain('href');
    expect(text).not.toContain('http');
  });
});

test.each([
  ['finance@example.org', true],
  ['o.reilly+tag@example.org', true],
  ['财政所@example.org', true],
  ['a@example.org, b@example.org', false],
  ['Name <a@example.org>', false],
  ['a@example.org\r\nBcc: b@example.org', false],
  ['a@b@c', false],
  ['', false],
  [`${'a'.repeat(250)}@example.org`, false],
])('whether %j is one address: %s', (text, expected) => {
  expect(isSingleAddress(text)).toBe(expected);
});

function failure(fields: Record<string, unknown>): Error {
  return Object.assign(new Error('failed'), fields);
}

test.each([
  [
    'a mailbox that does not exist',
    { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' },
    'permanent',
  ],
  [
    'a message that is refused for good',
    { code: 'EMESSAGE', responseCode: 554, command: 'DATA' },
    'permanent',
  ],
  [
    'an address that cannot be written to the server',
    { code: 'EENVELOPE', command: 'API' },
    'permanent',
  ],
  [
    'a mailbox that is busy',
    { code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' },
    'transient',
  ],
  [
    'a sender that is not accepted',
    { code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' },
    'transient',
  ],
  [
    'commands out of order',
    { code: 'EENVELOPE', responseCode: 503, command: 'RCPT TO' },
    'transient',
  ],
  [
    'a server that shuts down',
    { code: 'EENVELOPE', responseCode: 421, command: 'RCPT TO' },
    'connection',
  ],
  ['nobody listening', { code: 'ESOCKET', command: 'CONN' }, 'connection'],
  ['a name that is not found', { code: 'EDNS', command: 'CONN' }, 'connection'],
  [
    'a password that is refused',
    { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' },
    'connection',
  ],
  ['a server that says nothing', { code: 'ETIMEDOUT', command: 'CONN' }, 'connection'],
])('%s', (_name, fields, expected) => {
  expect(classifySmtpFailure(failure(fields)).kind).toBe(expected);
});

test('the description of a failure is one line', () => {
  const { description } = classifySmtpFailure(
    failure({
      code: 'EENVELOPE',
      command: 'RCPT TO',
      response: `550 no\r\nsuch ${'x'.repeat(999)}`,
    }),
  );
  expect(description).toMatch(/^EENVELOPE RCPT TO 550 no such x+$/);
  expect(description).toHaveLength(300);
});

test('pauses grow, the last one repeats, and they are spread by up to a fifth', () => {
  const pauses = [10, 100];
  expect([1, 2, 3].map((nth) => pauseAfter(pauses, nth, () => 0))).toEqual([10, 100, 100]);
  expect(pauseAfter(pauses, 2, () => 0.999)).toBe(120);
});
