import { describe, expect, it } from 'vitest';
import { companyDomain, mailKey, phoneKey } from '#shared/domain/leads/contactKeys.ts';
import { duplicateKeys, duplicateProbes } from '#shared/domain/leads/duplicateKeys.ts';
import { foldCompany } from '#shared/domain/leads/foldCompany.ts';
import { matchLevel, matchStrength, matchWeight } from '#shared/domain/leads/matchStrength.ts';

describe('a company name is compared without what does not matter', () => {
  it.each([
    ['云杉精密科技股份有限公司', '云杉精密科技'],
    ['云杉精密科技 有限责任公司', '云杉精密科技'],
    ['云杉精密科技集团有限公司', '云杉精密科技'],
    ['ＡＢＣ　Technology Co., Ltd.', 'abctechnology'],
    ['ABC Technology Company Limited', 'abctechnology'],
    ['ABC Technology, Inc', 'abctechnology'],
    ['Müller Group GmbH', 'müller'],
    ['浙江省杭州市云杉精密科技公司', '浙江杭州云杉精密科技'],
    ['云杉精密科技（上海）有限公司', '云杉精密科技上海'],
  ])('%s', (name, full) => {
    expect(foldCompany(name).full).toBe(full);
  });

  it('keeps what nothing would be left of', () => {
    expect(foldCompany('公司').full).toBe('公司');
    expect(foldCompany('集团有限公司').full).toBe('集团');
    expect(foldCompany('Co., Ltd.').full).toBe('coltd');
    expect(foldCompany('上海').full).toBe('上海');
    expect(foldCompany('').full).toBe('');
    expect(foldCompany('—（）').full).toBe('');
  });

  it('leaves a place away only where it does not tell companies apart', () => {
    expect(foldCompany('上海云杉精密科技有限公司').core).toBe('云杉精密科技');
    expect(foldCompany('上海市第一人民医院').core).toBeNull();
    expect(foldCompany('北京银行').core).toBeNull();
    expect(foldCompany('南京大学').core).toBeNull();
    expect(foldCompany('上海云杉').core).toBeNull();
    expect(foldCompany('云杉精密科技').core).toBeNull();
  });
});

describe('a number or address is compared as it is dialled', () => {
  it.each([
    ['13800138000', 'mobile', '13800138000'],
    ['+86 138-0013-8000', 'mobile', '13800138000'],
    ['0086 138 0013 8000', 'mobile', '13800138000'],
    ['１３８００１３８０００', 'mobile', '13800138000'],
    ['013800138000', 'mobile', '13800138000'],
    ['021-6888 7777', 'phone', '02168887777'],
    ['021-68887777 转 8012', 'phone', '02168887777'],
    ['+1 (415) 555-0132', 'phone', '14155550132'],
  ])('%s is a %s', (text, kind, key) => {
    expect(phoneKey(text)).toEqual({ kind, key });
  });

  it.each(['', '110', '无', 'abc', '1234567890123456'])('%j is no number', (text) => {
    expect(phoneKey(text)).toBeNull();
  });

  it('reads mail addresses and tells company domains from free ones', () => {
    expect(mailKey(' Li.Na@Yunshan.COM.cn ')).toBe('li.na@yunshan.com.cn');
    expect(mailKey('不是邮箱')).toBeNull();
    expect(companyDomain('li@mail.yunshan.com.cn')).toBe('yunshan.com.cn');
    expect(companyDomain('https://www.yunshan.com/about?x=1')).toBe('yunshan.com');
    expect(companyDomain('yunshan.co.uk')).toBe('yunshan.co.uk');
    for (const free of ['a@qq.com', 'a@vip.163.com', 'x@gmail.com', '', 'localhost', '10.0.0.1', 'a@b']) {
      expect(companyDomain(free)).toBeNull();
    }
  });
});

describe('the keys of a record', () => {
  it('are what it can be recognised by, without placeholders', () => {
    const keys = duplicateKeys('lead', {
      company: '上海云杉精密科技有限公司',
      person: '李娜',
      creditCode: '91310000ma1fl0abcd',
      mobile: '+86 13800138000',
      phone: '138 0013 8000',
      email: 'LiNa@yunshan.com',
      wechat: 'LiNa_01',
    });
    expect(keys).toEqual([
      { kind: 'core', key: '云杉精密科技' },
      { kind: 'creditCode', key: '91310000MA1FL0ABCD' },
      { kind: 'domain', key: 'yunshan.com' },
      { kind: 'email', key: 'lina@yunshan.com' },
      { kind: 'mobile', key: '13800138000' },
      { kind: 'name', key: '上海云杉精密科技' },
      { kind: 'person', key: '上海云杉精密科技|李娜' },
      { kind: 'wechat', key: 'lina_01' },
    ]);
    expect(duplicateKeys('lead', { creditCode: '000000000000000000', mobile: '无' })).toEqual([]);
    expect(duplicateKeys('contact', { person: '李娜', accountId: null })).toEqual([]);
  });

  it('let a name find short names and names with a place, but never two places each other', () => {
    const found = duplicateProbes('lead', { company: '云杉精密科技' });
    expect(found).toEqual([
      { kind: 'name', key: '云杉精密科技', as: 'name' },
      { kind: 'core', key: '云杉精密科技', as: 'core' },
      { kind: 'short', key: '云杉精密科技', as: 'short' },
    ]);
    const placed = duplicateProbes('account', { company: '北京云杉精密科技' });
    expect(placed).toContainEqual({ kind: 'name', key: '云杉精密科技', as: 'core' });
    expect(placed.filter((probe) => probe.kind === 'core').map((probe) => probe.key)).toEqual(['北京云杉精密科技']);
  });
});

describe('how strong a match is', () => {
  it('grows with what is in common and never passes 100', () => {
    expect(matchStrength([])).toBe(0);
    expect(matchStrength([80])).toBe(80);
    expect(matchStrength([80, 95])).toBe(98);
    expect(matchStrength([100, 95, 95, 90])).toBe(100);
  });

  it('takes a shared name of two leads for less than that of two companies', () => {
    expect(matchLevel(matchWeight('name', 'lead', 'lead'))).toBe('likely');
    expect(matchWeight('name', 'lead', 'account')).toBeGreaterThan(matchWeight('name', 'lead', 'lead'));
    expect(matchLevel(matchWeight('mobile', 'lead', 'contact'))).toBe('sure');
    expect(matchLevel(matchWeight('domain', 'lead', 'account'))).toBe('possible');
  });
});
