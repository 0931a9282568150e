import { useId } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { MultiSelect } from '#renderer/ui/MultiSelect.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { activityContract } from '#shared/contract/opportunity.contract.ts';
import { activityIcons } from '#renderer/ui/activityIcons.ts';
import styles from './LogActivityDialog.module.css';
import type { LogRequest } from './logRequest.ts';
import { type LogDraft, logInput, useLogDraft } from './useLogDraft.ts';
import { useContactOptions, useWhereOptions } from './useWhereOptions.ts';

const kinds = ['visit', 'call', 'wechat', 'email', 'meeting', 'demo', 'note'] as const;

interface LogActivityDialogProps {
  readonly request: LogRequest;
  readonly onClose: () => void;
}

/** 记一笔: one sentence is enough; who was there and what comes next are one field each. Ctrl Enter saves. */
export function LogActivityDialog({ request, onClose }: LogActivityDialogProps) {
  const t = useT();
  const formId = useId();
  const { draft, change } = useLogDraft(request);
  const where = useWhereOptions(draft.where);
  const people = useContactOptions(where.accountId);
  const save = useOperationCommand(activityContract.log, {
    undoLabel: (_output, { subject }) => t('activities.log.saved', { subject }),
    onSuccess: onClose,
  });
  const input = logInput(draft, request);
  const submit = () => {
    if (input && !save.pending) void save.run(input);
  };
  return (
    <Dialog
      title={t('activities.log.title')}
      open
      onClose={onClose}
      width={600}
      actions={
        <>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} keys="mod+enter" busy={save.pending} disabled={!input}>
            {t('app.action.save')}
          </Button>
        </>
      }
    >
      {/* Ctrl Enter saves from every field, so it is heard where all of them are. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      >
        <Segmented
          label={t('activities.log.kind')}
          value={draft.kind}
          options={kinds.map((kind) => ({
            value: kind,
            label: t(`activities.kind.${kind}`),
            icon: activityIcons[kind],
          }))}
          onChange={(kind) => change({ kind })}
        />
        <Field label={t('activities.log.subject')}>
          {(control) => (
            <TextInput
              {...control}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to type in a dialog that was asked for
              autoFocus
              maxLength={200}
              value={draft.subject}
              placeholder={t('activities.log.subjectHint')}
              onChange={(subject) => change({ subject })}
            />
          )}
        </Field>
        <div className={styles.pair}>
          <Field label={t('activities.log.where')} optional>
            {(control) => (
              <Select
                {...control}
                clearable
                value={draft.where}
                options={where.options}
                onSearch={where.search}
                loading={where.loading}
                placeholder={t('activities.log.whereHint')}
                onChange={(chosen) => change({ where: chosen, contactIds: [] })}
              />
            )}
          </Field>
          <Field label={t('activities.log.contacts')} optional>
            {({ 'aria-invalid': _invalid, ...control }) => (
              <MultiSelect
                {...control}
                values={draft.contactIds}
                options={people.options}
                onSearch={people.search}
                placeholder={t('activities.log.contactsHint')}
                onChange={(contactIds) => change({ contactIds })}
              />
            )}
          </Field>
        </div>
        <Field label={t('activities.log.note')} optional>
          {(control) => <TextArea {...control} rows={3} value={draft.note} onChange={(note) => change({ note })} />}
        </Field>
        <NextFields draft={draft} change={change} />
        {request.taskTitle === undefined ? null : (
          <Checkbox checked={draft.completesTask} onChange={(completesTask) => change({ completesTask })}>
            {t('activities.log.completes', { title: request.taskTitle })}
          </Checkbox>
        )}
        <Checkbox checked={draft.isPrivate} onChange={(isPrivate) => change({ isPrivate })}>
          {t('activities.log.private')}
        </Checkbox>
      </form>
    </Dialog>
  );
}

interface NextFieldsProps {
  readonly draft: LogDraft;
  readonly change: (patch: Partial<LogDraft>) => void;
}

/** What comes next and when, and how long this took. */
function NextFields({ draft, change }: NextFieldsProps) {
  const t = useT();
  return (
    <div className={styles.triple}>
      <Field label={t('activities.log.next')} optional>
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            value={draft.nextTitle}
            placeholder={t('activities.log.nextHint')}
            onChange={(nextTitle) => change({ nextTitle })}
          />
        )}
      </Field>
      <Field label={t('activities.log.nextDue')} optional>
        {(control) => <DateInput {...control} value={draft.nextDue} onChange={(nextDue) => change({ nextDue })} />}
      </Field>
      <Field label={t('activities.log.minutes')} optional>
        {(control) => (
          <NumberInput {...control} minimum={0} value={draft.minutes} onChange={(minutes) => change({ minutes })} />
        )}
      </Field>
    </div>
  );
}
