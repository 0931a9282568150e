import { join } from 'node:path';
import { parseTime } from '#shared/domain/imports/parseTime.ts';
import type { SetSource } from './preparedSet.ts';
import { pick, readCsv } from './readCsv.ts';

const ID = ['Client Category', 'Solution Type', 'Sector', 'Location', 'VP Name', 'Manager Name'];

/** First figures of each bid; siblings (the same six columns) stay together. The day of creation is a feature and the order. */
export const itConsulting: SetSource = {
  folder: 'it_consulting_deals',
  prepare(folder) {
    const rows = readCsv(join(folder, 'it_consulting_deals.csv'));
    const headers = [...ID, 'Deal Date', 'Deal Cost', 'Deal Status Code'];
    const ids = pick(rows, ID).map((cells) => cells.join('|'));
    return [
      {
        name: 'it_consulting_deals',
        headers,
        rows: pick(rows, headers),
        target: 'Deal Status Code',
        positive: 'Won',
        ids,
        groups: ids,
        order: Float64Array.from(rows, (row) => dayNumber(row['Deal Date']!)),
        reference: { logistic: { auc: 0.719, logLoss: 0.593 }, boosting: { auc: 0.767, logLoss: 0.567 } },
      },
    ];
  },
};

function dayNumber(text: string): number {
  const time = parseTime(text, 'dmy');
  if (time?.kind !== 'day') throw new Error(`Deal Date is no day: ${text}`);
  return Date.parse(time.day);
}
