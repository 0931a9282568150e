/** A telephone number as it is compared: a Chinese mobile by its eleven digits, any other by its digits. */
export interface PhoneKey {
  readonly kind: 'mobile' | 'phone';
  readonly key: string;
}

const MOBILE = /^1[3-9]\d{9}$/;
const EXTENSION = /(?:转|ext\.?|x|#).*$/iu;

/** Reads a number as people write it (+86 138-0013-8000, 0086…, 010-8888 6666 转 12); null when it is none. */
export function phoneKey(text: string): PhoneKey | null {
  const dialled = text.normalize('NFKC').replace(EXTENSION, '').trim();
  const digits = dialled.replaceAll(/\D/gu, '').replace(/^0{2}/, '');
  const abroad = /^(?:\+|00)/.test(dialled) && !digits.startsWith('86');
  const national = digits.startsWith('86') && digits.length > 11 ? digits.slice(2) : digits;
  const bare = national.replace(/^0(?=1[3-9]\d{9}$)/, '');
  if (MOBILE.test(bare) && !abroad) return { kind: 'mobile', key: bare };
  return national.length >= 7 && national.length <= 15 ? { kind: 'phone', key: national } : null;
}

/** A mail address in small letters, or null when the text is none. */
export function mailKey(text: string): string | null {
  const mail = text.normalize('NFKC').trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(mail) ? mail : null;
}

/** Services where anybody may have an address: they say nothing about the company. */
const FREE_MAIL = new Set(
  'qq.com foxmail.com 163.com 126.com yeah.net 188.com sina.com sina.cn sohu.com tom.com 21cn.com 139.com 189.cn wo.cn aliyun.com gmail.com googlemail.com hotmail.com outlook.com live.com live.cn msn.com yahoo.com yahoo.cn icloud.com me.com proton.me protonmail.com gmx.com gmx.de mail.com mail.ru yandex.ru example.com'.split(
    ' ',
  ),
);
const SECOND_LEVEL = /^(?:com|net|org|gov|edu|ac|co|mil|or|ne|go)$/;

/** The domain a company owns, from a mail address or a website; null for free mail, for IP addresses and for no domain at all. */
export function companyDomain(text: string): string | null {
  const host = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/u, '')
    .replace(/[/:?#].*$/u, '');
  if (!/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host) || /^[\d.]+$/.test(host)) return null;
  const labels = host.split('.');
  const country = labels.length > 2 && (labels.at(-1)?.length ?? 0) === 2 && SECOND_LEVEL.test(labels.at(-2) ?? '');
  const domain = labels.slice(country ? -3 : -2).join('.');
  return FREE_MAIL.has(domain) ? null : domain;
}
