import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { InlineEdit, type SaveAnswer } from '#renderer/ui/InlineEdit.tsx';
import { accountContract } from '#shared/contract/account.contract.ts';
import type { ScoredEntity } from '#shared/contract/attributeScore.contract.ts';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { kindOfField, knownField } from '#shared/domain/scoring/attributes/attributeFacts.ts';
import styles from './AttributeCard.module.css';
import { fieldWord } from './attributeWords.ts';

interface FillFactProps {
  readonly entity: ScoredEntity;
  readonly id: string;
  readonly field: string;
}

/** The column behind a field where it is called otherwise. */
const COLUMNS: Readonly<Record<string, string>> = { annualRevenue: 'annualRevenueMinor', budget: 'budgetMinor' };

/** A missing fact, filled in where it is missed; a field of the team's own comes by import only. */
export function FillFact({ entity, id, field }: FillFactProps) {
  const t = useT();
  const currency = useWorkspace()?.currency ?? 'CNY';
  const undoLabel = () => t('attributes.card.filled');
  const account = useOperationCommand(accountContract.update, { handles: true, undoLabel });
  const lead = useOperationCommand(leadContract.update, { handles: true, undoLabel });
  if (knownField(field) === null) return <span className={styles.quiet}>{t('attributes.card.byImport')}</span>;
  const column = entity === 'lead' && field === 'name' ? 'company' : (COLUMNS[field] ?? field);
  const save = (value: string | number | null): Promise<SaveAnswer> => {
    const fields = { [column]: value ?? (kindOfField(field) === 'words' ? '' : null) };
    return entity === 'account' ? account.run({ id, fields }) : lead.run({ id, fields });
  };
  const label = fieldWord(t, field);
  if (field === 'tier')
    return (
      <InlineEdit
        kind="select"
        clearable
        label={label}
        value={null}
        options={['A', 'B', 'C'].map((value) => ({ value, label: value }))}
        onSave={save}
      />
    );
  const kind = kindOfField(field);
  if (kind === 'money') return <InlineEdit kind="money" currency={currency} label={label} value={null} onSave={save} />;
  if (kind === 'number') return <InlineEdit kind="number" minimum={0} label={label} value={null} onSave={save} />;
  return <InlineEdit kind="text" label={label} value="" onSave={save} />;
}
