import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import type { AttributeCriterion, AttributeProblem } from '#shared/contract/attributeRules.ts';
import { fieldWord } from './attributeWords.ts';
import styles from './CriteriaCard.module.css';
import { CriterionEditor } from './CriterionEditor.tsx';
import { ProblemLines } from './ProblemLines.tsx';
import { summaryOf } from './summaryOf.ts';

interface CriterionRowProps {
  readonly criterion: AttributeCriterion;
  /** Its place in the draft. */
  readonly path: string;
  /** Sum of all weights. */
  readonly total: number;
  readonly fields: readonly string[];
  readonly industries: readonly string[];
  readonly problems: readonly AttributeProblem[];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onChange: (criterion: AttributeCriterion) => void;
  readonly onRemove: () => void;
}

/** One criterion in a line: field, weight with its share, its levels in short; opened, the levels to edit. */
export function CriterionRow(props: CriterionRowProps) {
  const { criterion, path, total, fields, industries, problems, open, onToggle, onChange, onRemove } = props;
  const t = useT();
  const format = useFormat();
  const panelId = useId();
  const name = fieldWord(t, criterion.field);
  return (
    <div className={styles.row} data-criterion={criterion.field}>
      <div className={styles.head}>
        <IconButton
          size="small"
          icon={open ? ChevronDown : ChevronRight}
          label={t(open ? 'attributes.criterion.close' : 'attributes.criterion.open', { name })}
          aria-expanded={open}
          aria-controls={panelId}
          onClick={onToggle}
        />
        <b>{name}</b>
        <span className={styles.weight}>
          <NumberInput
            size="small"
            minimum={0}
            maximum={100}
            aria-label={t('attributes.criterion.weightOf', { name })}
            value={criterion.weight}
            onChange={(weight) => onChange({ ...criterion, weight: weight ?? 0 })}
          />
          {t('attributes.criterion.share', { share: format.percent(total === 0 ? 0 : criterion.weight / total) })}
        </span>
        <span className={styles.summary}>{open ? '' : summaryOf(t, format, criterion)}</span>
        <DeleteButton label={t('attributes.criterion.remove', { name })} onDelete={onRemove} />
      </div>
      <div id={panelId} hidden={!open}>
        {open ? (
          <CriterionEditor
            criterion={criterion}
            path={path}
            fields={fields}
            industries={industries}
            problems={problems}
            onChange={onChange}
          />
        ) : null}
      </div>
      <ProblemLines problems={problems} at={open ? [path, `${path}.field`, `${path}.weight`] : [path]} below={!open} />
    </div>
  );
}
