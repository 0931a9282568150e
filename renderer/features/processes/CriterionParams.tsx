import { useT } from '#renderer/platform/language.ts';
import { MultiSelect } from '#renderer/ui/MultiSelect.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Select, type SelectOption } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import {
  activityKinds,
  buyingRoles,
  type CriterionParams as Params,
  signerRoles,
} from '#shared/contract/processDraft.ts';
import { criterionFields } from '#shared/domain/processes/criterionFields.ts';
import type { CriterionFormProps } from './CriterionForm.tsx';
import { Place } from './Place.tsx';
import styles from './StageEditor.module.css';

const CUSTOM = 'custom.';

/** The controls for what a kind of criterion asks for. */
export function CriterionParams(props: CriterionFormProps) {
  const t = useT();
  switch (props.criterion.kind) {
    case 'evidence':
      return <p className={styles.note}>{t('processes.kindHint.evidence')}</p>;
    case 'fieldFilled':
      return <FieldParams {...props} />;
    case 'taskDone':
    case 'deliverable':
      return <TaskParams {...props} />;
    case 'activityWithin':
      return <ActivityParams {...props} />;
    case 'roleCovered':
      return (
        <>
          <Choice
            {...props}
            name="role"
            options={buyingRoles.map((value) => ({ value, label: t(`powerMap.role.${value}`) }))}
          />
          <Choice
            {...props}
            name="coverage"
            fallback="brief"
            options={(['brief', 'multiple', 'deep'] as const).map((value) => ({
              value,
              label: t(`powerMap.coverage.${value}`),
            }))}
          />
        </>
      );
    case 'qualification':
      return (
        <Choice
          {...props}
          name="level"
          options={['C', 'B', 'A'].map((value) => ({
            value,
            label: t('processes.param.levelAtLeast', { level: value }),
          }))}
        />
      );
    case 'c139':
      return (
        <>
          <Figure {...props} name="minClears" />
          <Figure {...props} name="minFirsts" />
          <Figure {...props} name="minWins" />
        </>
      );
    case 'signOff':
      break;
  }
  return (
    <Choice
      {...props}
      name="role"
      label={t('processes.param.signer')}
      fallback="manager"
      options={signerRoles.map((value) => ({ value, label: t(`settings.role.${value}`) }))}
    />
  );
}

type ParamProps = CriterionFormProps & { readonly name: keyof Params };

function useParam({ criterion, onChange }: CriterionFormProps) {
  return (patch: Params) => onChange({ ...criterion, params: { ...criterion.params, ...patch } });
}

function Choice(
  props: ParamProps & {
    readonly options: readonly SelectOption[];
    readonly fallback?: string;
    readonly label?: string;
  },
) {
  const { criterion, path, problems, name, options, fallback = null, label } = props;
  const t = useT();
  const set = useParam(props);
  const value = criterion.params[name];
  return (
    <div className={styles.param}>
      <Place path={`${path}.params.${name}`} label={label ?? t(`processes.param.${name}`)} problems={problems}>
        {(control) => (
          <Select
            {...control}
            value={typeof value === 'string' && value !== '' ? value : fallback}
            options={options}
            onChange={(chosen) => set({ [name]: chosen ?? '' })}
          />
        )}
      </Place>
    </div>
  );
}

function Figure(props: ParamProps) {
  const { criterion, path, problems, name } = props;
  const t = useT();
  const set = useParam(props);
  const value = criterion.params[name];
  return (
    <div className={styles.small}>
      <Place path={`${path}.params.${name}`} label={t(`processes.param.${name}`)} problems={problems}>
        {(control) => (
          <NumberInput
            {...control}
            value={typeof value === 'number' ? value : null}
            onChange={(figure) => set({ [name]: figure })}
          />
        )}
      </Place>
    </div>
  );
}

function FieldParams(props: CriterionFormProps) {
  const t = useT();
  const set = useParam(props);
  const { field = '' } = props.criterion.params;
  const isCustom = field.startsWith(CUSTOM);
  return (
    <>
      <div className={styles.param}>
        <Place path={`${props.path}.params.field`} label={t('processes.param.field')} problems={props.problems}>
          {(control) => (
            <Select
              {...control}
              value={field === '' ? null : isCustom ? CUSTOM : field}
              options={[
                ...criterionFields.map((value) => ({ value, label: t(`fields.opportunity.${value}`) })),
                { value: CUSTOM, label: t('processes.param.custom') },
              ]}
              onChange={(chosen) => set({ field: chosen ?? '' })}
            />
          )}
        </Place>
      </div>
      {isCustom ? (
        <div className={styles.param}>
          <Place path={`${props.path}.params.customName`} label={t('processes.param.customName')} problems={[]}>
            {(control) => (
              <TextInput
                {...control}
                maxLength={60}
                value={field.slice(CUSTOM.length)}
                onChange={(name) => set({ field: CUSTOM + name })}
              />
            )}
          </Place>
        </div>
      ) : null}
    </>
  );
}

/** Tasks that exist when the criterion is asked: of this stage and those before. */
function TaskParams(props: CriterionFormProps) {
  const { draft, stageIndex, criterion } = props;
  const last = criterion.gate === 'entry' ? stageIndex : stageIndex + 1;
  const options = draft.stages
    .slice(0, last)
    .flatMap((stage) => stage.tasks.map((task) => ({ value: task.key, label: task.title, hint: stage.name })));
  return <Choice {...props} name="task" options={options} />;
}

function ActivityParams(props: CriterionFormProps) {
  const { criterion, path, problems } = props;
  const t = useT();
  const set = useParam(props);
  return (
    <>
      <div className={styles.param}>
        <Place path={`${path}.params.activities`} label={t('processes.param.activities')} problems={problems}>
          {(control) => (
            <MultiSelect
              {...control}
              values={criterion.params.activities ?? []}
              placeholder={t('processes.param.anyActivity')}
              options={activityKinds.map((value) => ({ value, label: t(`activities.kind.${value}`) }))}
              onChange={(activities) => set({ activities })}
            />
          )}
        </Place>
      </div>
      <Figure {...props} name="days" />
    </>
  );
}
