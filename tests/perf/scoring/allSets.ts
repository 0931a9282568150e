import { b2bSoftware } from './b2bSoftware.ts';
import { chipHistory } from './chipHistory.ts';
import { crmSales } from './crmSales.ts';
import { itConsulting } from './itConsulting.ts';
import type { SetSource } from './preparedSet.ts';
import { xeducation } from './xeducation.ts';

/** Every data set in the order of the issue. */
export const allSets: readonly SetSource[] = [b2bSoftware, itConsulting, xeducation, chipHistory, crmSales];
