import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { defaultBehaviourRules } from '#shared/domain/scoring/behaviour/defaultRules.ts';
import styles from './BehaviourRulesPart.module.css';
import { kindName } from './kindName.ts';
import { newRule, type RuleDraft } from './ruleDraft.ts';

interface NewKindProps {
  readonly onAdd: (rule: RuleDraft) => void;
}

/** A line in which a kind of the team's own is named. */
export function NewKind({ onAdd }: NewKindProps) {
  const t = useT();
  const [name, setName] = useState('');
  return (
    <form
      className={styles.newKind}
      onSubmit={(event) => {
        event.preventDefault();
        const called = name.trim();
        if (called === '') return;
        // One that the program knows by this name comes back as shipped; another's name is its key, so files that say it count.
        const shipped = defaultBehaviourRules.find(({ kind }) => kindName(t, kind) === called);
        onAdd(shipped ?? newRule(called, called));
        setName('');
      }}
    >
      <TextInput
        value={name}
        onChange={setName}
        maxLength={60}
        aria-label={t('behaviour.rules.newName')}
        placeholder={t('behaviour.rules.namePlaceholder')}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {t('behaviour.rules.add')}
      </Button>
    </form>
  );
}
