import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { regionStore } from '#renderer/platform/region.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { focusDeal } from '../selectionStore.ts';
import { usePipeline } from '../usePipeline.ts';
import { AccountCombobox } from './AccountCombobox.tsx';
import type { AccountChoice } from './accountChoice.ts';
import styles from './QuickAddDialog.module.css';

/** A new deal from a name and an account; everything else can wait. Enter adds it. */
export function QuickAddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { process, stages } = usePipeline();
  const currency = regionStore((region) => region.currency);
  const [name, setName] = useState('');
  const [account, setAccount] = useState<AccountChoice | null>(null);
  const [amountMinor, setAmount] = useState<number | null>(null);
  const [tried, setTried] = useState(false);
  const create = useOperationCommand(opportunityContract.create, {
    undoLabel: ({ card, accountCreated }) =>
      t(accountCreated ? 'pipeline.undo.addedWithAccount' : 'pipeline.undo.added', {
        name: card.name,
        account: card.account?.name ?? '',
      }),
  });
  const add = async () => {
    setTried(true);
    if (name.trim() === '' || account === null || create.pending) return;
    const answer = await create.run({
      name: name.trim(),
      account: account.id === null ? { name: account.name } : { id: account.id },
      processId: process.id,
      amountMinor,
    });
    if (!answer.ok) return;
    onClose();
    focusDeal(answer.value.card);
  };
  return (
    <Dialog
      open
      title={t('pipeline.add.title')}
      onClose={onClose}
      width={440}
      note={t('pipeline.add.note', { stage: stages[0]?.name ?? '' })}
      actions={
        <>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button tone="primary" keys="enter" busy={create.pending} onClick={() => void add()}>
            {t('pipeline.add.button')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label={t('pipeline.add.name')}
          error={tried && name.trim() === '' ? t('pipeline.add.nameMissing') : null}
        >
          {(control) => (
            <TextInput
              {...control}
              value={name}
              onChange={setName}
              maxLength={200}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first of two fields, typed at once
              autoFocus
              placeholder={t('pipeline.add.namePlaceholder')}
            />
          )}
        </Field>
        <Field
          label={t('pipeline.add.account')}
          error={tried && account === null ? t('pipeline.add.accountMissing') : null}
        >
          {(control) => <AccountCombobox control={control} onChoose={setAccount} />}
        </Field>
        <Field label={t('pipeline.add.amount')} optional>
          {(control) => (
            <MoneyInput
              {...control}
              currency={currency}
              value={amountMinor}
              onChange={setAmount}
              placeholder={t('pipeline.add.amountPlaceholder')}
            />
          )}
        </Field>
        {/* Enter in any field submits only where a form has a button of its own. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
