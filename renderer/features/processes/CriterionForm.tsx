import { useT } from '#renderer/platform/language.ts';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import {
  criterionKinds,
  type DraftCriterion,
  type DraftProblem,
  type ProcessDraft,
} from '#shared/contract/processDraft.ts';
import { CriterionParams } from './CriterionParams.tsx';
import { Place } from './Place.tsx';
import styles from './StageEditor.module.css';

export interface CriterionFormProps {
  readonly draft: ProcessDraft;
  readonly stageIndex: number;
  readonly criterion: DraftCriterion;
  readonly path: string;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (criterion: DraftCriterion) => void;
}

/** One criterion: what must be true, how that is known, and whether it stops a deal or only asks for a reason. */
export function CriterionForm(props: CriterionFormProps & { readonly onRemove: () => void }) {
  const { criterion, path, problems, onChange, onRemove } = props;
  const t = useT();
  const name = criterion.text || t(`processes.kind.${criterion.kind}`);
  return (
    <div className={styles.part}>
      <div className={styles.line}>
        <div className={styles.grow}>
          <Place path={`${path}.text`} label={t('processes.criterion.text')} problems={problems}>
            {(control) => (
              <TextInput
                {...control}
                maxLength={200}
                value={criterion.text}
                placeholder={t('processes.criterion.textHint')}
                onChange={(text) => onChange({ ...criterion, text })}
              />
            )}
          </Place>
        </div>
        <div className={styles.act}>
          <DeleteButton label={t('processes.remove.part', { name })} onDelete={onRemove} />
        </div>
      </div>
      <div className={styles.line}>
        <div className={styles.kind}>
          <Place path={`${path}.kind`} label={t('processes.criterion.kind')} problems={problems}>
            {(control) => (
              <Select
                {...control}
                value={criterion.kind}
                options={criterionKinds.map((value) => ({ value, label: t(`processes.kind.${value}`) }))}
                onChange={(value) =>
                  onChange({ ...criterion, kind: criterionKinds.find((known) => known === value) ?? criterion.kind })
                }
              />
            )}
          </Place>
        </div>
        <CriterionParams {...props} />
        <div data-place={`${path}.gate`} className={styles.enforcement}>
          <Segmented
            size="small"
            label={t('processes.criterion.enforcement', { name })}
            value={criterion.enforcement}
            options={(['warn', 'block'] as const).map((value) => ({
              value,
              label: t(`processes.enforcement.${value}`),
            }))}
            onChange={(enforcement) => onChange({ ...criterion, enforcement })}
          />
        </div>
      </div>
      <GateProblem path={path} problems={problems} />
    </div>
  );
}

/** What is wrong with the place itself rather than with one of its fields. */
function GateProblem({ path, problems }: { readonly path: string; readonly problems: readonly DraftProblem[] }) {
  const t = useT();
  const problem = problems.find((one) => one.path === `${path}.gate` || one.path === `${path}.key`);
  if (problem === undefined) return null;
  return (
    <p className={problem.severity === 'error' ? styles.error : styles.warning}>
      {t(`processes.problem.${problem.code}`)}
    </p>
  );
}
