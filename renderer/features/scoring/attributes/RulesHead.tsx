import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { isSavable } from '#shared/domain/scoring/attributes/judgeRules.ts';
import { ProblemLines } from './ProblemLines.tsx';
import styles from './RulesHead.module.css';
import type { RulesEditor } from './useRulesEditor.ts';
import { WordsInput } from './WordsInput.tsx';

/** Name, whom the set is for, from when on a figure is firm; save and take back. */
export function RulesHead({ editor }: { readonly editor: RulesEditor }) {
  const t = useT();
  const { shown, problems, dirty } = editor;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      <header className={styles.header}>
        <h1 className={styles.name}>{shown.name || t('attributes.edit.new')}</h1>
        {dirty && errors > 0 ? <Tag tone="negative">{t('attributes.edit.errors', { count: errors })}</Tag> : null}
        {dirty && errors === 0 ? <Tag tone="warning">{t('attributes.edit.unsaved')}</Tag> : null}
        <span className={styles.actions}>
          <Button disabled={!dirty} onClick={editor.cancel}>
            {t('attributes.edit.cancel')}
          </Button>
          <Button
            tone="primary"
            disabled={!dirty || !isSavable(problems)}
            busy={editor.saving}
            onClick={() => void editor.save()}
          >
            {t('app.action.save')}
          </Button>
        </span>
      </header>
      <Card title={t('attributes.edit.basics')}>
        <div className={styles.fields}>
          <Field label={t('attributes.edit.name')}>
            {(control) => <TextInput {...control} maxLength={200} value={shown.name} onChange={editor.rename} />}
          </Field>
          <Field label={t('attributes.edit.industries')} hint={t('attributes.edit.industriesHint')}>
            {(control) => (
              <WordsInput
                {...control}
                words={shown.body.industries}
                placeholder={t('attributes.edit.everyIndustry')}
                onChange={(industries) => editor.edit({ industries })}
              />
            )}
          </Field>
          <Field label={t('attributes.edit.leastKnown')}>
            {(control) => (
              <span className={styles.percent}>
                <NumberInput
                  {...control}
                  minimum={0}
                  maximum={100}
                  value={Math.round(shown.body.leastKnown * 100)}
                  onChange={(value) => editor.edit({ leastKnown: (value ?? 0) / 100 })}
                />
                %
              </span>
            )}
          </Field>
        </div>
        {dirty || shown.name !== '' ? (
          <ProblemLines problems={problems} at={['name', 'industries', 'criteria']} />
        ) : null}
      </Card>
    </>
  );
}
