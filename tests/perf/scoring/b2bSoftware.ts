import { join } from 'node:path';
import type { SetSource } from './preparedSet.ts';
import { pick, readCsv } from './readCsv.ts';

/** 22 answers about each deal. Repeats (the same 22 answers) stay together; no dates. */
export const b2bSoftware: SetSource = {
  folder: 'b2b_software_deals',
  prepare(folder) {
    const rows = readCsv(join(folder, 'b2b_software_deals.csv'));
    const inputs = Object.keys(rows[0]!).filter((name) => name !== 'row_id' && name !== 'Status');
    const ids = pick(rows, inputs).map((cells) => cells.join('|'));
    const headers = [...inputs, 'Status'];
    return [
      {
        name: 'b2b_software_deals',
        headers,
        rows: pick(rows, headers),
        target: 'Status',
        positive: 'Won',
        ids,
        groups: ids,
        order: null,
        reference: { logistic: { auc: 0.827, logLoss: 0.526 }, boosting: { auc: 0.803, logLoss: 0.566 } },
      },
    ];
  },
};
