import { join } from 'node:path';
import type { PreparedSet, ReferenceFigures, SetSource } from './preparedSet.ts';
import { pick, readCsv } from './readCsv.ts';

const STRICT = [
  'Lead Origin',
  'Lead Source',
  'Do Not Email',
  'Do Not Call',
  'TotalVisits',
  'Total Time Spent on Website',
  'Page Views Per Visit',
  'Search',
  'Newspaper Article',
  'X Education Forums',
  'Newspaper',
  'Digital Advertisement',
  'Through Recommendations',
  'A free copy of Mastering The Interview',
];
const BEHAVIOUR = [
  ...STRICT,
  'Last Activity',
  'Country',
  'City',
  'Specialization',
  'How did you hear about X Education',
  'What is your current occupation',
  'What matters most to you in choosing a course',
];

/**
 * Leads with the two sets of columns the README names; what sales staff filled in afterwards is in neither. Lead Number
 * stands in for time (it gives the order and is no feature). `Select` is left as it is written, as a stranger's run of the command would find it.
 */
export const xeducation: SetSource = {
  folder: 'xeducation_leads',
  prepare(folder) {
    const rows = readCsv(join(folder, 'leads.csv'));
    const make = (name: string, columns: readonly string[], reference: ReferenceFigures): PreparedSet => ({
      name,
      headers: [...columns, 'Converted'],
      rows: pick(rows, [...columns, 'Converted']),
      target: 'Converted',
      positive: '1',
      ids: rows.map((row) => row['Prospect ID']!),
      groups: null,
      order: Float64Array.from(rows, (row) => Number(row['Lead Number'])),
      reference,
    });
    return [
      make('xeducation_strict', STRICT, {
        logistic: { auc: 0.824, logLoss: 0.49 },
        boosting: { auc: 0.842, logLoss: 0.465 },
      }),
      make('xeducation_behaviour', BEHAVIOUR, {
        logistic: { auc: 0.894, logLoss: 0.398 },
        boosting: { auc: 0.909, logLoss: 0.367 },
      }),
    ];
  },
};
