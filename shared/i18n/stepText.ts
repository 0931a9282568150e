import type { DealStep } from '../contract/scoringExplanation.ts';
import { isTextKey } from './catalogues.ts';
import type { Translate } from './translator.ts';

/** A step in words, with the person's name where the map knows it; short enough to be the title of a task. */
export function stepText(
  { kind, person, subject }: Pick<DealStep, 'kind' | 'person' | 'subject'>,
  t: Translate,
): string {
  if (person !== null) {
    const key = `scoring.step.${kind}`;
    if (isTextKey(key)) return t(key as 'scoring.step.meetPerson', { person: titledName(person) });
  }
  switch (kind) {
    case 'meetDecider':
      return subject === '' ? t('scoring.step.meetDecider_free') : t('scoring.step.meetDecider_vacant', { subject });
    case 'clearElement':
    case 'winFirst':
      return t(`scoring.step.${kind}`, { subject, element: elementName(subject, t) });
    case 'proveCriterion':
    case 'finishTask':
      return t(`scoring.step.${kind}`, { subject });
    default:
      return t(`scoring.step.${kind}_free`);
  }
}

/** 财务总监许文澜, but CFO Xu Wenlan. */
function titledName({ title, name }: { readonly title: string; readonly name: string }): string {
  return /[\w.]$/u.test(title) ? `${title} ${name}` : `${title}${name}`;
}

function elementName(code: string, t: Translate): string {
  const key = `deal.c139.name_${code}`;
  return isTextKey(key) ? t(key) : code;
}
