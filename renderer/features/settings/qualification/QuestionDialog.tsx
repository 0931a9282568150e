import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import {
  qualificationContract,
  type QualificationQuestion,
  qualificationTopicSchema,
} from '#shared/contract/qualification.contract.ts';
import { levels } from '#shared/domain/qualification/levelReached.ts';
import styles from './QuestionsPart.module.css';

/** A question that is edited, or a new one without id. */
export type QuestionDraft = Omit<QualificationQuestion, 'id'> & { readonly id?: string };

interface QuestionDialogProps {
  readonly question: QuestionDraft;
  readonly onClose: () => void;
}

/** Adds a question or changes one; how many running deals change their level is said with the undo. */
export function QuestionDialog({ question, onClose }: QuestionDialogProps) {
  const t = useT();
  const [draft, setDraft] = useState(question);
  const processes = useOperationQuery(pipelineContract.processes, {});
  const said = (changedDeals: number, key: 'saved' | 'removed') =>
    changedDeals === 0
      ? t(`settings.qualification.${key}`)
      : t(`settings.qualification.${key}With`, { count: changedDeals });
  const save = useOperationCommand(qualificationContract.saveQuestion, {
    undoLabel: ({ changedDeals }) => said(changedDeals, 'saved'),
    onSuccess: onClose,
  });
  const remove = useOperationCommand(qualificationContract.removeQuestion, {
    undoLabel: ({ changedDeals }) => said(changedDeals, 'removed'),
    onSuccess: onClose,
  });
  const ready = draft.text.trim() !== '';
  return (
    <FormDialog
      title={t(question.id === undefined ? 'settings.qualification.add' : 'settings.qualification.edit')}
      onClose={onClose}
      note={
        question.id === undefined ? undefined : (
          <Button tone="danger" busy={remove.pending} onClick={() => void remove.run({ id: question.id ?? '' })}>
            {t('app.action.delete')}
          </Button>
        )
      }
      submitLabel={t('app.action.save')}
      busy={save.pending}
      ready={ready}
      onSubmit={() => void save.run(fieldsOf(draft))}
      className={styles.form}
    >
      <Field label={t('settings.qualification.text')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for
            autoFocus
            maxLength={300}
            value={draft.text}
            onChange={(text) => setDraft({ ...draft, text })}
          />
        )}
      </Field>
      <Field label={t('settings.qualification.hint')} optional>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={500}
            value={draft.hint}
            onChange={(hint) => setDraft({ ...draft, hint })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={t('settings.qualification.topic')}>
          {(control) => (
            <Select
              {...control}
              value={draft.topic}
              options={qualificationTopicSchema.options.map((topic) => ({
                value: topic,
                label: t(`settings.qualification.topic_${topic}`),
              }))}
              onChange={(topic) =>
                setDraft({ ...draft, topic: qualificationTopicSchema.safeParse(topic).data ?? draft.topic })
              }
            />
          )}
        </Field>
        <Field label={t('settings.qualification.process')}>
          {(control) => (
            <Select
              {...control}
              clearable
              value={draft.processId}
              placeholder={t('settings.qualification.allProcesses')}
              options={(processes.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(processId) => setDraft({ ...draft, processId })}
            />
          )}
        </Field>
      </div>
      <Segmented
        label={t('settings.qualification.level')}
        value={draft.level}
        options={levels.map((level) => ({
          value: level,
          label: `${t('deal.facts.level', { level })} ${t(`deal.qualification.about_${level}`)}`,
        }))}
        onChange={(level) => setDraft({ ...draft, level })}
      />
      <Checkbox checked={draft.decisive} onChange={(decisive) => setDraft({ ...draft, decisive })}>
        {t('settings.qualification.decisive')}
      </Checkbox>
    </FormDialog>
  );
}

const fieldsOf = ({ id, processId, level, topic, text, hint, decisive }: QuestionDraft) => ({
  ...(id === undefined ? {} : { id }),
  processId,
  level,
  topic,
  text,
  hint,
  decisive,
});
