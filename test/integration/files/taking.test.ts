import { describe, expect, test } from '@jest/globals';
import { compound, jpeg, office, ofd, pdf, png, sha256, text } from './samples.ts';
import {
  bob,
  DOCX,
  everything,
  PPTX,
  put,
  read,
  rows,
  store,
  useFileStore,
  XLSX,
} from './store-fixture.ts';

useFileStore();

describe('what is taken', () => {
  test.each([
    ['a PDF', pdf, 'application/pdf', 'application/pdf'],
    ['an OFD document', ofd, 'application/ofd', 'application/ofd'],
    [
      'an OFD document that a browser does not know',
      ofd,
      'application/octet-stream',
      'application/ofd',
    ],
    ['a Word document', office('word'), DOCX, DOCX],
    ['an Excel workbook', office('xl'), XLSX, XLSX],
    ['a PowerPoint presentation', office('ppt'), PPTX, PPTX],
    [
      'an older Word document',
      compound('WordDocument'),
      'application/msword',
      'application/msword',
    ],
    [
      'an older Excel workbook',
      compound('Workbook'),
      'application/vnd.ms-excel',
      'application/vnd.ms-excel',
    ],
    ['a PNG image', png, 'image/png', 'image/png'],
    ['a JPEG image', jpeg, 'image/jpeg', 'image/jpeg'],
    ['text', text, 'text/plain; charset=UTF-8', 'text/plain'],
    ['comma-separated values', text, 'text/csv', 'text/csv'],
    [
      'text that begins like a picture',
      Buffer.from('BMI of the team\n'),
      'text/plain',
      'text/plain',
    ],
    [
      'a Word document with a workbook inside',
      office('word', [{ name: 'word/embeddings/1.xlsx', content: office('xl') }]),
      DOCX,
      DOCX,
    ],
  ])('%s', async (...[, content, declared, kept]) => {
    expect(await put(content, { type: declared })).toEqual({ kind: 'stored' });
    const opened = await store.open(sha256(content));
    expect(opened).toMatchObject({ size: content.length, type: kept });
    expect(await read(sha256(content))).toEqual(content);
  });

  test('a file of many parts comes back byte for byte', async () => {
    const content = Buffer.from('进度说明。\n'.repeat(60_000));
    expect(await put(content, { type: 'text/plain' })).toEqual({ kind: 'stored' });
    expect((await read(sha256(content))).equals(content)).toBe(true);
  });

  test('the same file twice is one file, and both people have uploaded it', async () => {
    expect(await put(pdf)).toEqual({ kind: 'stored' });
    expect(await put(pdf)).toEqual({ kind: 'already' });
    expect(await put(pdf, { person: bob })).toEqual({ kind: 'already' });
    expect(await rows()).toEqual({ files: 1, uploads: 2 });
    expect(everything()).toEqual([sha256(pdf)]);
  });

  test('the same file ten times at once is one file', async () => {
    const puts = await Promise.all(Array.from({ length: 10 }, () => put(pdf)));
    expect(puts.filter(({ kind }) => kind === 'stored')).toHaveLength(1);
    expect(puts.filter(({ kind }) => kind === 'already')).toHaveLength(9);
    expect(await read(sha256(pdf))).toEqual(pdf);
    expect(everything()).toEqual([sha256(pdf)]);
  });
});
