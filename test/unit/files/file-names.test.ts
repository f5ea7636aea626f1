import { describe, expect, test } from '@jest/globals';
import { fileListFault, fileNameFault } from '../../../engine/file-names.ts';

test.each([
  ['会议纪要.pdf', null],
  ['Plan (final) v2.docx', null],
  ['家\u{20BB7}屋.ofd', null],
  ['.hidden', null],
  ['a'.repeat(255), null],
  ['\u{20BB7}'.repeat(255), null],
  ['a'.repeat(256), 'too-long'],
  ['', 'empty'],
  [' \u3000', 'empty'],
  ['a\nb.pdf', 'control-character'],
  ['a\0.pdf', 'control-character'],
  ['a\u0085.pdf', 'control-character'],
  ['half \uD842.pdf', 'control-character'],
  ['annexe\u202Efdp.exe', 'control-character'],
  ['../plan.pdf', 'path-separator'],
  ['C:\\plan.pdf', 'path-separator'],
  ['..', 'path-separator'],
  ['.', 'path-separator'],
  ['re\u0301sume\u0301.pdf', 'not-normalised'],
])('the name %j: %s', (name, fault) => {
  expect(fileNameFault(name)).toBe(fault);
});

describe('a list of files', () => {
  const file = (name: string): { sha256: string; name: string } => ({
    sha256: '0'.repeat(64),
    name,
  });

  test('may be as long as the limit and no longer', () => {
    const files = Array.from({ length: 20 }, (_, n) => file(`${n}.pdf`));
    expect(fileListFault(files, 20)).toBeNull();
    expect(fileListFault([...files, file('x.pdf')], 20)).toEqual({
      code: 'too-many-files',
      most: 20,
    });
  });

  test('names the first name that is wrong', () => {
    expect(fileListFault([file('a.pdf'), file('b/c.pdf')], 20)).toEqual({
      code: 'file-name-invalid',
      index: 1,
      fault: 'path-separator',
    });
  });

  test('has no two files of one name', () => {
    expect(fileListFault([file('a.pdf'), file('a.pdf')], 20)).toEqual({
      code: 'file-name-twice',
      index: 1,
    });
  });
});
