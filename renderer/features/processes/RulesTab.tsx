import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { processContract, type ProcessLine } from '#shared/contract/process.contract.ts';
import styles from './RulesTab.module.css';

/** How deals may move in this process, and which product line it sells; in force at once, in every version. */
export function RulesTab({ process }: { readonly process: ProcessLine }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const lines = useOperationQuery(processContract.list, {}).data?.productLines ?? [];
  const save = useOperationCommand(processContract.setRules, { undoLabel: t('processes.rules.saved') });
  const set = (patch: Omit<Parameters<typeof save.run>[0], 'id'>) => void save.run({ id: process.id, ...patch });
  const name = typed.trim();
  return (
    <Card title={t('processes.tab.rules')} sub={t('processes.rules.hint')}>
      <div className={styles.rows}>
        <Checkbox checked={process.allowSkip} onChange={(allowSkip) => set({ allowSkip })}>
          {t('processes.rules.allowSkip')}
        </Checkbox>
        <Checkbox checked={process.allowBack} onChange={(allowBack) => set({ allowBack })}>
          {t('processes.rules.allowBack')}
        </Checkbox>
        <Field label={t('processes.rules.productLine')} hint={t('processes.rules.productLineHint')} optional>
          {(control) => (
            <Select
              {...control}
              clearable
              value={process.productLine?.id ?? null}
              options={lines
                .filter((line) => line.name.toLocaleLowerCase().includes(name.toLocaleLowerCase()))
                .map((line) => ({ value: line.id, label: line.name }))}
              onSearch={setTyped}
              onChange={(id) => {
                setTyped('');
                set({ productLine: id === null ? null : { id } });
              }}
              whenEmpty={
                name === '' ? undefined : (
                  <Button
                    size="small"
                    tone="quiet"
                    onClick={() => {
                      set({ productLine: { name } });
                      setTyped('');
                    }}
                  >
                    {t('processes.rules.newLine', { name })}
                  </Button>
                )
              }
            />
          )}
        </Field>
      </div>
    </Card>
  );
}
