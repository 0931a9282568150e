import { describe, expect, it } from 'vitest';
import { endingOf, mediaTypeOf } from '#shared/domain/documents/mediaTypeOf.ts';
import { safeDocumentName } from '#shared/domain/documents/safeDocumentName.ts';

describe('the name of a document', () => {
  it.each(['报价单 v2.xlsx', 'Report (final).pdf', '行业分析报告', '.5 版.txt'.slice(1), '👩‍💼.png'.replace('‍', '')])(
    'stays as it is when it is safe: %s',
    (name) => {
      expect(safeDocumentName(name)).toBe(name);
    },
  );

  it.each([
    ['../../etc/passwd', 'passwd'],
    [String.raw`C:\Users\me\报价.xlsx`, '报价.xlsx'],
    ['a\u0000b\n.pdf', 'ab.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a<b>:"|?*.txt', 'ab.txt'],
    ['..', 'file'],
    ['', 'file'],
    ['   . ', 'file'],
    ['.bashrc', 'bashrc'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['report.pdf. . ', 'report.pdf'],
  ])('is made safe for any system: %j becomes %j', (given, safe) => {
    expect(safeDocumentName(given)).toBe(safe);
  });

  it('keeps its ending when it is too long, and fits into what file systems take', () => {
    const name = safeDocumentName(`${'会议纪要'.repeat(60)}.docx`);
    expect(name.endsWith('.docx')).toBe(true);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(safeDocumentName(name)).toBe(name);
  });

  it('tells the media type by its ending, in any case, and nothing by what is no ending', () => {
    expect(mediaTypeOf('a.PDF')).toBe('application/pdf');
    expect(mediaTypeOf('照片.jpeg')).toBe('image/jpeg');
    for (const name of ['pdf', '.pdf', 'a.', 'a.constructor', 'a.__proto__', ''])
      expect(mediaTypeOf(name)).toBe('application/octet-stream');
    expect(endingOf('a.tar.GZ')).toBe('gz');
  });
});
