import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { regionStore } from '#renderer/platform/region.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { automationContract, type ListedRule } from '#shared/contract/automation.contract.ts';
import type { RuleProblem } from '#shared/domain/automation/ruleProblem.ts';
import { DryRunPanel } from './DryRunPanel.tsx';
import { draftOf, inputOf, newDraft, problemsAt } from './ruleDraft.ts';
import styles from './RuleEditor.module.css';
import { RuleSentence } from './RuleSentence.tsx';
import { say } from './ruleWords.ts';
import { useRuleNames } from './useRuleNames.ts';

interface RuleEditorProps {
  /** Null for a new one. */
  readonly rule: ListedRule | null;
  readonly onClose: () => void;
}

/** One rule as a sentence: 当…且…则…; what is wrong stands at its place, and a dry run shows what it would do. */
export function RuleEditor({ rule, onClose }: RuleEditorProps) {
  const t = useT();
  const currency = regionStore((region) => region.currency);
  const names = useRuleNames();
  const [draft, setDraft] = useState(() => (rule ? draftOf(rule) : newDraft(currency)));
  const [problems, setProblems] = useState<readonly RuleProblem[]>(rule?.problems ?? []);
  const save = useOperationCommand(automationContract.save, {
    handles: ['ruleProblems'],
    undoLabel: (_output, { name }) => t('rules.editor.saved', { name }),
    onSuccess: onClose,
  });
  const title = t(rule ? 'rules.editor.edit' : 'rules.editor.new');
  const back = (
    <Button size="small" tone="quiet" icon={ArrowLeft} onClick={onClose}>
      {t('rules.editor.back')}
    </Button>
  );
  if (draft === null) {
    return (
      <Card title={title} more={back}>
        <Notice title={rule?.name ?? ''} detail={t('rules.editor.unreadable')} />
      </Card>
    );
  }
  const problemAt = (path: string): string | undefined => {
    const [problem] = problemsAt(problems, path);
    return problem && say(t, `rules.problem.${problem.code}`, { rules: problem.rules.join(' → ') });
  };
  const submit = async (): Promise<void> => {
    const answer = await save.run(inputOf(draft));
    setProblems(!answer.ok && answer.error.type === 'ruleProblems' ? answer.error.problems : []);
  };
  return (
    <form
      className={styles.editor}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Card title={title} more={back}>
        <div className={styles.head}>
          <Field label={t('rules.editor.name')} error={problemAt('name')}>
            {(control) => (
              <TextInput
                {...control}
                value={draft.name}
                maxLength={200}
                placeholder={t('rules.editor.nameHint')}
                onChange={(name) => setDraft({ ...draft, name })}
              />
            )}
          </Field>
          <Field label={t('rules.editor.process')} error={problemAt('processId')}>
            {(control) => (
              <Select
                {...control}
                value={draft.processId ?? ''}
                options={[
                  { value: '', label: t('rules.list.allProcesses') },
                  ...names.processes.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(id) => setDraft({ ...draft, processId: id === '' ? null : id })}
              />
            )}
          </Field>
          <span className={styles.enabled}>
            <Switch
              label={t('rules.editor.enabled')}
              checked={draft.enabled}
              onChange={(enabled) => setDraft({ ...draft, enabled })}
            />
            <span aria-hidden>{t('rules.editor.enabled')}</span>
          </span>
        </div>
        <RuleSentence draft={draft} names={names} problems={problems} onChange={setDraft} />
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button tone="primary" type="submit" busy={save.pending}>
            {t('app.action.save')}
          </Button>
        </div>
      </Card>
      <DryRunPanel draft={draft} onProblems={setProblems} />
    </form>
  );
}
