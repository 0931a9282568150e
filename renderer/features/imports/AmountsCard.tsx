import { useLanguage, useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { amountUnitSchema, type ImportPlan } from '#shared/contract/import.contract.ts';
import styles from './AmountsCard.module.css';
import { changePlan } from './importStore.ts';

/** Offered besides the one that the file carries. */
const CURRENCIES = ['CNY', 'USD', 'EUR', 'HKD', 'GBP', 'JPY', 'TWD', 'SGD'];

/** What amounts count, and under which name this source is known. */
export function AmountsCard({ plan }: { readonly plan: ImportPlan }) {
  const t = useT();
  const names = new Intl.DisplayNames(useLanguage(), { type: 'currency' });
  const currencies = [...new Set([plan.currency, ...CURRENCIES])];
  return (
    <Card title={t('imports.amounts.title')}>
      <div className={styles.fields}>
        <Field label={t('imports.amounts.currency')}>
          {(control) => (
            <Select
              {...control}
              value={plan.currency}
              options={currencies.map((code) => ({ value: code, label: names.of(code) ?? code, hint: code }))}
              onChange={(currency) => currency && changePlan((all) => ({ ...all, currency }))}
            />
          )}
        </Field>
        <Field label={t('imports.amounts.unit')}>
          {(control) => (
            <Select
              {...control}
              value={plan.amountUnit ?? 'one'}
              options={amountUnitSchema.options.map((value) => ({ value, label: t(`imports.unit.${value}`) }))}
              onChange={(value) => {
                const amountUnit = amountUnitSchema.options.find((known) => known === value);
                if (amountUnit) changePlan((all) => ({ ...all, amountUnit }));
              }}
            />
          )}
        </Field>
        <Field label={t('imports.amounts.source')} hint={t('imports.amounts.sourceHint')}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              value={plan.source}
              onChange={(source) => changePlan((all) => ({ ...all, source }))}
            />
          )}
        </Field>
      </div>
    </Card>
  );
}
