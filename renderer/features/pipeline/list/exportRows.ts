import { csvText } from '#renderer/adapters/grid/csvText.ts';
import { currentPlatform } from '#renderer/platform/platform.ts';
import { showFailure } from '#renderer/platform/failure.ts';
import { ask } from '#renderer/platform/queries.ts';
import { failureOf } from '#renderer/platform/failure.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import type { InputOf } from '#shared/contract/operation.ts';
import { type ListRow, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import type { TextKey } from '#shared/i18n/catalogues.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { minorDigits } from '#shared/i18n/formatMoney.ts';

/** As many rows as one call brings. */
const PAGE = 500;

type ListInput = InputOf<typeof pipelineContract.list>;

const columns: readonly (readonly [TextKey, (row: ListRow) => string | number | null])[] = [
  ['fields.opportunity.name', (row) => row.name],
  ['fields.opportunity.accountId', (row) => row.account?.name ?? null],
  ['fields.opportunity.ownerId', (row) => row.owner?.name ?? null],
  ['fields.opportunity.stageId', (row) => row.stageName],
  ['fields.opportunity.status', (row) => row.status],
  [
    'fields.opportunity.amountMinor',
    (row) => (row.amountMinor === null ? null : row.amountMinor / 10 ** minorDigits(row.currency)),
  ],
  ['fields.opportunity.currency', (row) => row.currency],
  ['fields.opportunity.expectedClose', (row) => row.expectedClose],
  ['pipeline.list.stageRate', (row) => row.stageWinRate],
  ['pipeline.list.ownRate', (row) => row.ownWinRate],
  ['pipeline.list.modelRate', (row) => row.modelWinRate],
  ['pipeline.list.daysOver', (row) => row.daysOver],
  ['fields.opportunity.nextStep', (row) => row.next?.title ?? null],
  ['fields.opportunity.source', (row) => row.source],
  ['pipeline.list.created', (row) => new Date(row.createdAt).toISOString()],
];

/** Saves all rows of the list, in its order, as CSV where the person says. */
export async function exportRows(input: ListInput, fileName: string, t: Translate): Promise<void> {
  try {
    const rows: ListRow[] = [];
    for (;;) {
      const page = await ask(pipelineContract.list, { ...input, offset: rows.length, limit: PAGE });
      rows.push(...page.rows);
      if (page.rows.length < PAGE) break;
    }
    const table = [
      columns.map(([title]) => t(title as 'fields.opportunity.name')),
      ...rows.map((row) => columns.map(([, cell]) => cell(row))),
    ];
    const bytes = new TextEncoder().encode(csvText(table));
    const saved = await currentPlatform().saveFile({ name: fileName, mediaType: 'text/csv;charset=utf-8', bytes });
    if (saved) showToast({ title: t('pipeline.list.exported', { count: rows.length }), detail: fileName });
  } catch (thrown) {
    showFailure(failureOf(thrown));
  }
}
