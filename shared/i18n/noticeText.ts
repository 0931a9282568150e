import type { Notice } from '../contract/notice.contract.ts';
import type { ToldNotice } from '../contract/operation.ts';
import { formatList } from './formatNumber.ts';
import type { Language } from './language.ts';
import type { Translate } from './translator.ts';

/** A reminder in words: what it is about, and where that belongs. */
export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/** Puts a reminder into words, for lists and for the desktop alike. What a rule says stands as it was written. */
export function noticeText(
  notice: Omit<ToldNotice, 'id' | 'opportunityId'>,
  t: Translate,
  language: Language,
): NoticeText {
  const { title, dealName, accountName } = notice;
  const owner = notice.ownerName || t('notices.text.nobody');
  const deal = dealName || title;
  const body = (names: readonly string[]) =>
    formatList(
      names.filter((name) => name !== ''),
      language,
    );
  switch (notice.kind) {
    case 'taskDue':
      return { title: t('notices.text.taskDue', { title }), body: body([accountName, dealName]) };
    case 'taskOverdue':
      return { title: t('notices.text.taskOverdue', { title }), body: body([accountName, dealName]) };
    case 'taskEscalated':
      return { title: t('notices.text.taskEscalated', { owner, title }), body: body([accountName, dealName]) };
    case 'stageOverdue':
      return { title: t('notices.text.stageOverdue', { deal }), body: body([accountName]) };
    case 'stageEscalated':
      return { title: t('notices.text.stageEscalated', { owner, deal }), body: body([accountName]) };
    case 'leadEnding':
      return { title: t('notices.text.leadEnding', { title }), body: '' };
    case 'damage':
      return { title: t('notices.text.damage'), body: '' };
    case 'modelRefit':
      return { title: t('notices.text.modelRefit'), body: '' };
    case 'modelReview':
      return { title: t('notices.text.modelReview'), body: '' };
    default:
      return { title, body: body([accountName, dealName]) };
  }
}

/** The names of a listed reminder, as its text needs them. */
export function noticeNames(notice: Notice): Omit<ToldNotice, 'id' | 'opportunityId'> {
  const { kind, text, task, lead, opportunity, accountName, ownerName } = notice;
  const title = text || (task?.name ?? lead?.name ?? opportunity?.name ?? '');
  return { kind, title, dealName: opportunity?.name ?? '', accountName, ownerName };
}
