import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SetSource } from './preparedSet.ts';
import { readCsv } from './readCsv.ts';

const ACCOUNT = ['sector', 'year_established', 'revenue', 'employees', 'office_location', 'subsidiary_of'];
const PRODUCT = ['series', 'sales_price'];
const TEAM = ['manager', 'regional_office'];

/** Decided deals joined with what is known of account, product and team at the start; close date and value are the outcome. */
export const crmSales: SetSource = {
  folder: 'crm_sales_opportunities',
  prepare(folder, known) {
    const table = (file: string, key: string): Map<string, Record<string, string>> =>
      new Map(readCsv(join(existsSync(join(folder, file)) ? folder : known, file)).map((row) => [row[key]!, row]));
    const accounts = table('accounts.csv', 'account');
    const products = table('products.csv', 'product');
    const teams = table('sales_teams.csv', 'sales_agent');
    const deals = readCsv(join(folder, 'sales_pipeline.csv')).filter(
      ({ deal_stage: stage }) => stage === 'Won' || stage === 'Lost',
    );
    const rows = deals.map((deal) => {
      const product = deal['product'] === 'GTXPro' ? 'GTX Pro' : deal['product']!;
      return [
        deal['sales_agent']!,
        product,
        deal['account']!,
        deal['engage_date']!,
        ...ACCOUNT.map((name) => accounts.get(deal['account']!)?.[name] ?? ''),
        ...PRODUCT.map((name) => products.get(product)?.[name] ?? ''),
        ...TEAM.map((name) => teams.get(deal['sales_agent']!)?.[name] ?? ''),
        deal['deal_stage']!,
      ];
    });
    return [
      {
        name: 'crm_sales_opportunities',
        headers: ['sales_agent', 'product', 'account', 'engage_date', ...ACCOUNT, ...PRODUCT, ...TEAM, 'deal_stage'],
        rows,
        target: 'deal_stage',
        positive: 'Won',
        ids: deals.map((deal) => deal['opportunity_id']!),
        groups: null,
        order: Float64Array.from(deals, (deal) => Date.parse(deal['engage_date']!)),
        reference: { logistic: { auc: 0.488, logLoss: 0.671 }, boosting: { auc: 0.516, logLoss: 0.661 } },
      },
    ];
  },
};
