import { useT } from '#renderer/platform/language.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { stageColour } from '#renderer/ui/stageColour.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { stageClassSchema } from '#shared/contract/primitives.ts';
import type { DraftStage } from '#shared/contract/processDraft.ts';
import styles from './StageEditor.module.css';
import { Place } from './Place.tsx';
import type { StagePartProps } from './stagePartProps.ts';

/** Name, class, win rate, allowed days: what a stage is. */
export function BasicsForm({ stage, path, problems, onChange }: StagePartProps) {
  const t = useT();
  const isOutcome = stage.stageClass === 'won' || stage.stageClass === 'lost';
  const set = (patch: Partial<DraftStage>) => onChange({ ...stage, ...patch });
  const choose = (value: string | null) => {
    const stageClass = stageClassSchema.options.find((known) => known === value) ?? stage.stageClass;
    // What is won is certain and what is lost is not: nobody should have to type that.
    if (stageClass === 'won') set({ stageClass, winRateMille: 1000, allowedDays: null });
    else if (stageClass === 'lost') set({ stageClass, winRateMille: 0, allowedDays: null });
    else set({ stageClass });
  };
  const place = { problems };
  return (
    <div className={styles.form}>
      <Place {...place} path={`${path}.name`} label={t('processes.stage.name')}>
        {(control) => <TextInput {...control} maxLength={200} value={stage.name} onChange={(name) => set({ name })} />}
      </Place>
      <div className={styles.pair}>
        <Place
          {...place}
          path={`${path}.stageClass`}
          label={t('processes.stage.class')}
          hint={t('processes.stage.classHint')}
        >
          {(control) => (
            <Select
              {...control}
              value={stage.stageClass}
              options={stageClassSchema.options.map((value) => ({
                value,
                label: t(`pipeline.stageClass.${value}`),
                mark: <span className={styles.square} style={{ background: stageColour(value) }} aria-hidden />,
              }))}
              onChange={choose}
            />
          )}
        </Place>
        <Place {...place} path={`${path}.winRateMille`} label={t('processes.stage.winRate')}>
          {(control) => (
            <NumberInput
              {...control}
              disabled={isOutcome}
              decimals={1}
              value={stage.winRateMille === null ? null : stage.winRateMille / 10}
              onChange={(percent) => set({ winRateMille: percent === null ? null : Math.round(percent * 10) })}
            />
          )}
        </Place>
        <Place
          {...place}
          path={`${path}.allowedDays`}
          label={t('processes.stage.days')}
          hint={t('processes.stage.daysHint')}
          optional
        >
          {(control) => (
            <NumberInput
              {...control}
              disabled={isOutcome}
              value={stage.allowedDays}
              onChange={(allowedDays) => set({ allowedDays })}
            />
          )}
        </Place>
      </div>
      <Place {...place} path={`${path}.description`} label={t('processes.stage.description')} optional>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={2000}
            value={stage.description}
            onChange={(description) => set({ description })}
          />
        )}
      </Place>
      {isOutcome ? null : (
        <Checkbox checked={stage.requiresC139} onChange={(requiresC139) => set({ requiresC139 })}>
          {t('processes.stage.requiresC139')}
        </Checkbox>
      )}
    </div>
  );
}
