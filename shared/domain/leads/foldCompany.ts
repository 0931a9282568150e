import { splitPlace } from './places.ts';

/** How a company's name is compared with others. */
export interface CompanyFold {
  /** The name without legal form, width, case, spaces and punctuation; places without 省 and 市. Empty for no name. */
  readonly full: string;
  /** The same without the places before it, or null when it has none or when the place is what tells it apart. */
  readonly core: string | null;
}

const LATIN_FORMS =
  /\b(?:co|company|ltd|limited|inc|incorporated|corp|corporation|llc|llp|plc|gmbh|ag|kg|bv|nv|srl|pte|pty|holdings?|group)\b/gu;
const HAN_FORMS = /(?:股份有限公司|有限责任公司|有限公司|股份公司|总公司|控股集团|股份|控股|集团|公司)$/u;
/** Institutions of one kind exist in every city: there the place is the name. */
const TOLD_BY_PLACE =
  /医院|卫生|大学|学院|学校|中学|小学|银行|支行|分行|分公司|局$|厅$|委$|委员会|研究所|研究院|设计院|人民|政府|中心|图书馆|博物馆|地铁|电力|供电|自来水|燃气/u;

/**
 * Folds a company's name: ＡＢＣ（上海）科技股份有限公司, "ABC 上海 科技" and abc上海科技公司 are one. What nothing would be
 * left of keeps its legal form.
 */
export function foldCompany(name: string): CompanyFold {
  const text = name.normalize('NFKC').toLowerCase();
  const latin = squeeze(text.replaceAll(/[.,'’]/gu, ' ').replaceAll(LATIN_FORMS, ' '));
  const full = withoutForms(latin === '' ? squeeze(text) : latin);
  const { place, rest } = splitPlace(full);
  const told = place === '' || TOLD_BY_PLACE.test(rest) || Array.from(rest).length < 4;
  return { full: place === '' ? full : place + rest, core: told ? null : rest };
}

const squeeze = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '');

function withoutForms(name: string): string {
  let left = name;
  for (;;) {
    const shorter = left.replace(HAN_FORMS, '');
    if (shorter === left || Array.from(shorter).length < 2) return left;
    left = shorter;
  }
}
