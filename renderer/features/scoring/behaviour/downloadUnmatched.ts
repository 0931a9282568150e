import type { Format } from '#renderer/platform/format.ts';
import { csvText } from '#renderer/adapters/grid/csvText.ts';
import { currentPlatform } from '#renderer/platform/platform.ts';
import { ask } from '#renderer/platform/queries.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { kindName } from './kindName.ts';

/** An event that is nobody's yet. */
export type UnmatchedEvent = OutputOf<typeof behaviourContract.unmatched>['rows'][number];

const PAGE = 500;
const WHO = ['personName', 'company', 'email', 'mobile', 'wechat', 'personId', 'deal'] as const;

/** Saves every unassigned event as CSV, with headers that the import knows again. */
export async function downloadUnmatched(t: Translate, format: Format): Promise<void> {
  const rows: UnmatchedEvent[] = [];
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- page after page
      const page = await ask(behaviourContract.unmatched, { offset: rows.length, limit: PAGE });
      rows.push(...page.rows);
      if (page.rows.length < PAGE) break;
    }
    const head = [
      t('behaviour.unmatched.event'),
      t('behaviour.unmatched.when'),
      ...WHO.map((field) => t(`imports.field.${field}`)),
      t('imports.field.detail'),
      t('behaviour.unmatched.why'),
    ];
    const lines = rows.map(({ kind, at, who, detail, reason }) => [
      kindName(t, kind),
      format.instant(at),
      ...WHO.map((field) => who[field] ?? ''),
      detail,
      t(`behaviour.unmatched.${reason}`),
    ]);
    const bytes = new TextEncoder().encode(csvText([head, ...lines]));
    const name = t('behaviour.unmatched.fileName');
    await currentPlatform().saveFile({ name, mediaType: 'text/csv;charset=utf-8', bytes });
  } catch {
    showToast({ tone: 'error', title: t('errors.storage.title'), detail: t('errors.storage.detail', { code: 'CSV' }) });
  }
}
