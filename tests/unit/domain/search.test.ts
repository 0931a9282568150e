import { describe, expect, it } from 'vitest';
import { foldName, foldText } from '#shared/domain/search/foldText.ts';
import { ANCHOR, searchTokens } from '#shared/domain/search/searchTokens.ts';
import { sortKey } from '#shared/domain/search/sortKey.ts';
import { matchTier, searchExpression, searchWords } from '#shared/domain/search/searchWords.ts';

const found = (title: string, query: string, isPerson = false, codes: readonly string[] = []): boolean => {
  const tokens = searchTokens({ title, isPerson, otherNames: [], codes });
  return searchWords(query).every((word) => tokens.some((token) => token.startsWith(word)));
};

describe('what a record is found by', () => {
  it('finds a company by any run of its characters, also one', () => {
    for (const query of ['上海', '海电', '气', '电气集团', '集团股份有限公司'])
      expect(found('上海电气集团股份有限公司', query)).toBe(true);
    expect(found('上海电气集团股份有限公司', '海上')).toBe(false);
  });

  it('finds it by pinyin, with spaces, without, and with the last syllable unfinished', () => {
    for (const query of ['shanghai', 'shang hai', 'shanghaidi', 'dianq', 'SHANGHAI DIANQI', 'haidianqi'])
      expect(found('上海电气集团', query)).toBe(true);
    expect(found('上海电气集团', 'anghai')).toBe(false);
  });

  it('finds it by initials from any character', () => {
    for (const query of ['shdq', 'dqj', 's', 'jt']) expect(found('上海电气集团', query)).toBe(true);
    expect(found('上海电气集团', 'hs')).toBe(false);
  });

  it('reads characters by the word they stand in', () => {
    expect(found('重庆长安汽车', 'chongqing')).toBe(true);
    expect(found('招商银行', 'yinhang')).toBe(true);
    expect(found('绿城中国', 'lvcheng')).toBe(true);
  });

  it('finds people by the reading of their surname and by the usual one', () => {
    expect(found('曾国华', 'zengguo', true)).toBe(true);
    expect(found('曾国华', 'cengguo', true)).toBe(true);
    expect(found('单雄', 'shanx', true)).toBe(true);
    expect(found('仇和', 'qh', true)).toBe(true);
    expect(found('解放', 'xief', true)).toBe(true);
  });

  it('finds Latin words by their beginning, whether or not spaces were typed', () => {
    for (const query of ['gtx', 'pro', 'GTXPro', 'gtx pro', 'ＧＴＸ']) expect(found('GTX Pro 3000', query)).toBe(true);
    expect(found('GTX Pro 3000', 'ro')).toBe(false);
    for (const query of ['mes', '二期mes', 'mes项目', '期MES项', 'eqm']) expect(found('二期MES项目', query)).toBe(true);
  });

  it('finds numbers, addresses and codes', () => {
    const codes = ['+86 138-1234-5678', 'Li.Wei@huaxin.example.com', '91310000MA1FL5AB2K'];
    for (const query of ['138', '13812345678', '138-1234', '138 1234 56', '5678', 'li.wei', 'huaxin', '91310000ma1'])
      expect(found('李伟', query, true, codes)).toBe(true);
    expect(found('李伟', '234', true, codes)).toBe(false);
  });

  it('has no tokens for a name without letters', () => {
    expect(searchTokens({ title: '——', isPerson: false, otherNames: [''], codes: ['--'] })).toEqual([]);
  });
});

const sorted = (names: readonly string[], isPerson = false) =>
  names
    .map((name) => [sortKey(name, isPerson), name] as const)
    .toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([, name]) => name);

describe('the order of names', () => {
  it.each([
    ['by the reading of the word', ['安徽', '北京', '长沙', '重庆', '大连', '郑州'], false],
    ['a name before its continuation', ['安徽', '安徽大学', '昂立'], false],
    ['Latin names among the others, whole words', ['IAB', 'IBM', 'IBM中国', 'IBN', '伊利'], false],
    [
      'numbers by their value',
      ['2号线', '10号线', '0100', '项目2', '项目10', '项目10二', '项目123456789', '项目1234567890'],
      false,
    ],
    ['people by their surname', ['曹阳', '仇和', '单雄', '王伟', '解放', '曾丽', '赵敏'], true],
    ['the same sound by the character', ['力', '李', '立'], false],
  ])('puts %s', (_, names, isPerson) => {
    expect(sorted(names.toReversed(), isPerson)).toEqual(names);
    expect(sorted(names.toSorted(), isPerson)).toEqual(names);
  });
});

describe('the query for the index', () => {
  it('asks for every word as a prefix and anchors only the first', () => {
    expect(searchExpression(['上海', 'mes'], false)).toBe('"上海"* AND "mes"*');
    expect(searchExpression(['上海', 'mes'], true)).toBe(`"${ANCHOR}上海"* AND "mes"*`);
    expect(searchExpression([], false)).toBeNull();
  });

  it('reads a phone number typed in groups as one and leaves years alone', () => {
    expect(searchWords('+86 138 1234-5678 王')).toEqual(['8613812345678', '王']);
    expect(searchWords('2024 3')).toEqual(['2024', '3']);
  });

  it('lets no sign of the query language through', () => {
    expect(searchWords('a" OR b* ^c NEAR(d) -e')).toEqual(['a', 'or', 'b', 'c', 'near', 'd', 'e']);
  });

  it('asks for a long text in pieces that the index has', () => {
    const title = '中国人民解放军总医院第一医学中心影像设备采购项目';
    const tokens = searchTokens({ title, isPerson: false, otherNames: [], codes: [] });
    const pieces = [...(searchExpression(searchWords(title), false) ?? '').matchAll(/"([^"]+)"/g)].map(
      (m) => m[1] ?? '',
    );
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(tokens.some((token) => token.startsWith(piece))).toBe(true);
  });

  it('ranks the whole title before its beginning, before a word, before the middle', () => {
    expect(matchTier('GTX Pro', ['gtxpro'], true)).toBe(0);
    expect(matchTier('上海电气', ['上海'], true)).toBe(1);
    expect(matchTier('华东 上海电气', ['上海'], false)).toBe(2);
    expect(matchTier('大上海', ['上海'], false)).toBe(3);
  });
});

describe('folding', () => {
  it('treats full-width and half-width forms alike', () => {
    expect(foldText(' ＧＴＸ－Pro（２代） ')).toBe('gtx pro 2代');
    expect(foldName('华信（中国）  Ltd')).toBe(foldName('华信(中国) LTD'));
    expect(foldName('A+B')).not.toBe(foldName('AB'));
  });
});
