import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import type { Put } from '../../../engine/files.ts';
import { compound, office, pdf, png, sha256, text, zip, type ZipEntry } from './samples.ts';
import {
  alice,
  DOCX,
  expectNothingKept,
  KIB,
  makeStore,
  put,
  store,
  useFileStore,
} from './store-fixture.ts';

useFileStore();

const macro: ZipEntry = { name: 'word/vbaProject.bin', content: Buffer.from('x') };

describe('what is refused leaves nothing behind', () => {
  test.each<[string, () => Promise<Put>, string]>([
    [
      'no length',
      () =>
        store.put(Readable.from(pdf), {
          sha256: sha256(pdf),
          contentLength: undefined,
          contentType: 'application/pdf',
          personId: alice,
        }),
      'length-required',
    ],
    ['a length that is not whole', () => put(pdf, { length: 1.5 }), 'length-required'],
    [
      'a file beyond the limit',
      () => put(pdf, { store: makeStore({ maxBytes: pdf.length - 1 }) }),
      'file-too-large',
    ],
    ['less than was declared', () => put(pdf, { length: pdf.length + 1 }), 'length-mismatch'],
    ['more than was declared', () => put(pdf, { length: pdf.length - 1 }), 'length-mismatch'],
    ['a hash of something else', () => put(pdf, { sha256: sha256(png) }), 'hash-mismatch'],
    ['a type that is never taken', () => put(pdf, { type: 'text/html' }), 'type-not-allowed'],
    ['no declared type', () => put(pdf, { type: '' }), 'type-not-allowed'],
    [
      'text in another charset',
      () => put(text, { type: 'text/plain; charset=gbk' }),
      'type-not-allowed',
    ],
    [
      'a name of the prototype as a type',
      () => put(pdf, { type: 'constructor' }),
      'type-not-allowed',
    ],
    ['a picture declared as a PDF', () => put(png), 'type-mismatch'],
    ['a PDF declared as a table', () => put(pdf, { type: 'text/csv' }), 'type-mismatch'],
    ['a workbook declared as a text', () => put(office('xl'), { type: DOCX }), 'type-mismatch'],
    [
      'a program declared as unknown',
      () => put(Buffer.from('7f454c4602010100000000', 'hex'), { type: 'application/octet-stream' }),
      'type-not-allowed',
    ],
    [
      'a web page with markup',
      () =>
        put(Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), {
          type: 'text/plain',
        }),
      'type-not-allowed',
    ],
    [
      'text with a zero in it',
      () => put(Buffer.from('a\0b'), { type: 'text/plain' }),
      'type-not-allowed',
    ],
    [
      'text that is not UTF-8',
      () => put(Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]), { type: 'text/plain' }),
      'type-not-allowed',
    ],
    [
      'text that breaks off inside a character',
      () => put(text.subarray(0, 4), { type: 'text/plain' }),
      'type-not-allowed',
    ],
    ['an empty file', () => put(Buffer.alloc(0), { type: 'text/plain' }), 'type-not-allowed'],
    [
      'a zip of any kind',
      () => put(zip([{ name: 'a.txt', content: text }]), { type: 'application/octet-stream' }),
      'type-not-allowed',
    ],
    [
      'a document with macros',
      () => put(office('word', [macro]), { type: DOCX }),
      'type-not-allowed',
    ],
    [
      'an installer, which is a compound file too',
      () => put(compound('Property'), { type: 'application/msword' }),
      'type-not-allowed',
    ],
    [
      'an archive that is cut',
      () => put(office('word').subarray(0, 100), { type: DOCX }),
      'type-not-allowed',
    ],
    [
      'a name that leads out of the archive',
      () => put(office('word', [{ name: '../../etc/passwd', content: text }]), { type: DOCX }),
      'type-not-allowed',
    ],
    [
      'an absolute name in the archive',
      () => put(office('word', [{ name: '/etc/passwd', content: text }]), { type: DOCX }),
      'type-not-allowed',
    ],
    [
      'an encrypted entry',
      () =>
        put(office('word', [{ name: 'word/a', content: text, encrypted: true }]), { type: DOCX }),
      'type-not-allowed',
    ],
    [
      'an entry that unpacks to more than its header says',
      () =>
        put(
          office('word', [{ name: 'word/a', content: Buffer.alloc(500 * KIB), declaredSize: 10 }]),
          { type: DOCX },
        ),
      'type-not-allowed',
    ],
  ])('%s', async (...[, attempt, code]) => {
    expect(await attempt()).toMatchObject({ kind: 'refused', code });
    await expectNothingKept();
  });

  test('a hash that is no hash is a defect of the caller, and no path', async () => {
    await expect(put(pdf, { sha256: '../../../../etc/cron.d/x' })).rejects.toThrow(RangeError);
    await expectNothingKept();
  });
});

describe('archives that would unpack to too much', () => {
  const zeros = Buffer.alloc(600 * KIB);

  test.each<[string, Buffer]>([
    ['one large entry', office('word', [{ name: 'word/a', content: Buffer.alloc(1100 * KIB) }])],
    [
      'many entries that are large together',
      office('word', [
        { name: 'word/a', content: zeros },
        { name: 'word/b', content: zeros },
      ]),
    ],
    [
      'too many entries',
      office(
        'word',
        Array.from({ length: 60 }, (_, n) => ({ name: `word/${n}`, content: text })),
      ),
    ],
    [
      'a large entry inside an archive inside',
      office('word', [
        { name: 'word/a', content: office('xl', [{ name: 'xl/a', content: zeros }]) },
        { name: 'word/b', content: zeros },
      ]),
    ],
    [
      'entries counted through an archive inside',
      office('word', [
        {
          name: 'word/a',
          content: zip(Array.from({ length: 48 }, (_, n) => ({ name: `${n}`, content: text }))),
        },
      ]),
    ],
    [
      'an archive in an archive in an archive',
      office('word', [
        {
          name: 'word/a',
          stored: true,
          content: office('xl', [{ name: 'xl/a', stored: true, content: office('ppt') }]),
        },
      ]),
    ],
  ])('%s', async (_name, content) => {
    const small = makeStore({ maxUnpackedBytes: KIB * KIB, maxEntries: 50 });
    const refused = await put(content, { type: DOCX, store: small });
    expect(refused).toMatchObject({ kind: 'refused', code: 'archive-too-large' });
    await expectNothingKept();
  });

  test('by default half a gigabyte is too much', async () => {
    const bomb = office('word', [{ name: 'word/a', content: Buffer.alloc(501 * KIB * KIB) }]);
    expect(bomb.length).toBeLessThan(KIB * KIB);
    expect(await put(bomb, { type: DOCX })).toMatchObject({ code: 'archive-too-large' });
  });
});
