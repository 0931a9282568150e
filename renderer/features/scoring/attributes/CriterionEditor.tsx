import { useT } from '#renderer/platform/language.ts';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { AttributeCriterion, AttributeProblem } from '#shared/contract/attributeRules.ts';
import { kindOfField } from '#shared/domain/scoring/attributes/attributeFacts.ts';
import { fieldWord } from './attributeWords.ts';
import { BandLevels } from './BandLevels.tsx';
import { ChoiceLevels } from './ChoiceLevels.tsx';
import styles from './CriteriaCard.module.css';
import { ProblemLines } from './ProblemLines.tsx';
import { emptyEarns, overField } from './rulesDraft.ts';

interface CriterionEditorProps {
  readonly criterion: AttributeCriterion;
  readonly path: string;
  readonly fields: readonly string[];
  readonly industries: readonly string[];
  readonly problems: readonly AttributeProblem[];
  readonly onChange: (criterion: AttributeCriterion) => void;
}

/** Field, group and levels of a criterion. */
export function CriterionEditor({ criterion, path, fields, industries, problems, onChange }: CriterionEditorProps) {
  const t = useT();
  const { field, earns, group } = criterion;
  const options = [...new Set([...fields, field])].map((value) => ({ value, label: fieldWord(t, value) }));
  const set = (next: AttributeCriterion['earns']) => onChange({ ...criterion, earns: next });
  return (
    <div className={styles.editor}>
      <div className={styles.top}>
        <span className={styles.field}>
          <Select
            size="small"
            aria-label={t('attributes.criterion.field')}
            value={field}
            options={options}
            onChange={(next) => next !== null && onChange(overField(criterion, next))}
          />
        </span>
        {kindOfField(field) === 'either' ? (
          <Segmented
            size="small"
            label={t('attributes.criterion.kind')}
            value={earns.kind}
            options={[
              { value: 'values', label: t('attributes.criterion.values') },
              { value: 'bands', label: t('attributes.criterion.bands') },
            ]}
            onChange={(kind) => kind !== earns.kind && set(emptyEarns(kind === 'values' ? 'words' : 'number'))}
          />
        ) : null}
        <label className={styles.group}>
          {t('attributes.criterion.group')}
          <TextInput
            size="small"
            maxLength={80}
            value={group}
            placeholder={t('attributes.criterion.noGroup')}
            onChange={(next) => onChange({ ...criterion, group: next })}
          />
        </label>
      </div>
      {earns.kind === 'values' ? (
        <ChoiceLevels
          field={field}
          industries={industries}
          earns={earns}
          path={path}
          problems={problems}
          onChange={set}
        />
      ) : (
        <BandLevels
          field={field}
          industries={industries}
          earns={earns}
          path={path}
          problems={problems}
          onChange={set}
        />
      )}
      <div className={styles.level}>
        <span className={styles.points}>
          <NumberInput
            size="small"
            minimum={0}
            maximum={100}
            aria-label={t('attributes.level.otherwisePoints')}
            value={earns.otherwise}
            onChange={(otherwise) => set({ ...earns, otherwise: otherwise ?? 0 })}
          />
          {t('attributes.level.points')}
        </span>
        <span className={styles.quiet}>{t('attributes.level.otherwise')}</span>
      </div>
      <ProblemLines problems={problems} at={[`${path}.earns`]} />
    </div>
  );
}
