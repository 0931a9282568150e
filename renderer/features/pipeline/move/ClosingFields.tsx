import { useT } from '#renderer/platform/language.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { outcomeReasonSchema } from '#shared/contract/primitives.ts';
import { outcomeReasons } from '#shared/domain/pipeline/outcomes.ts';
import { type ClosingDraft, isExplained } from './closingDraft.ts';
import { CompetitorSelect } from './CompetitorSelect.tsx';
import styles from './GateDialog.module.css';

interface ClosingFieldsProps {
  readonly draft: ClosingDraft;
  readonly onChange: (draft: ClosingDraft) => void;
  /** The person has tried to go on. */
  readonly tried: boolean;
  /** Nothing stands above it: here one begins. */
  readonly first: boolean;
}

/** How it ended and why: each outcome with its own reasons, and the rival where there was one. */
export function ClosingFields({ draft, onChange, tried, first }: ClosingFieldsProps) {
  const t = useT();
  const { outcome, reason } = draft;
  return (
    <div className={styles.closing}>
      {outcome === 'won' ? null : (
        <Segmented
          label={t('pipeline.closing.outcome')}
          value={outcome}
          options={(['lost', 'noDecision'] as const).map((value) => ({
            value,
            label: t(`pipeline.closing.${value}`),
          }))}
          onChange={(next) => {
            const fits = reason !== null && outcomeReasons[next].includes(reason);
            onChange({ ...draft, outcome: next, reason: fits ? reason : null });
          }}
        />
      )}
      <Field
        label={t(`pipeline.closing.reason_${outcome}`)}
        optional={outcome === 'won'}
        error={tried && !isExplained(draft) ? t('pipeline.gate.outcomeMissing') : null}
      >
        {(control) => (
          <Select
            {...control}
            key={outcome}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks for this
            autoFocus={first}
            clearable={outcome === 'won'}
            value={reason}
            onChange={(value) => onChange({ ...draft, reason: outcomeReasonSchema.safeParse(value).data ?? null })}
            options={outcomeReasons[outcome].map((value) => ({ value, label: t(`pipeline.outcome.${value}`) }))}
          />
        )}
      </Field>
      {outcome === 'noDecision' ? null : (
        <Field label={t(`pipeline.competitor.${outcome}`)} optional>
          {(control) => (
            <CompetitorSelect
              control={control}
              value={draft.competitor}
              onChange={(competitor) => onChange({ ...draft, competitor })}
            />
          )}
        </Field>
      )}
      <Field label={t('pipeline.gate.reason_lost')} optional>
        {(control) => (
          <TextArea {...control} rows={2} value={draft.note} onChange={(note) => onChange({ ...draft, note })} />
        )}
      </Field>
    </div>
  );
}
