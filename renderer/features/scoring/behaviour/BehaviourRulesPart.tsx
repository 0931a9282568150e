import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import { defaultBehaviourRules } from '#shared/domain/scoring/behaviour/defaultRules.ts';
import { judgeRules } from '#shared/domain/scoring/behaviour/judgeRules.ts';
import styles from './BehaviourRulesPart.module.css';
import { NewKind } from './NewKind.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { newRule, type RuleDraft, sameRules } from './ruleDraft.ts';
import { RuleTable } from './RuleTable.tsx';
import { UnmatchedCard } from './UnmatchedCard.tsx';
import { WatchCard } from './WatchCard.tsx';

/** 行为规则: what events are worth, what a change would do, and where events come from. */
export function BehaviourRulesPart() {
  const t = useT();
  const known = useOperationQuery(behaviourContract.rules, {});
  const [draft, setDraft] = useState<readonly RuleDraft[] | null>(null);
  const save = useOperationCommand(behaviourContract.saveRules, {
    undoLabel: () => t('behaviour.rules.saved'),
    onSuccess: () => setDraft(null),
  });
  if (known.error) return <ErrorState failure={known.error.failure} onRetry={() => void known.refetch()} />;
  if (!known.data) return <Skeleton rows={10} height={40} />;
  const { rules, shipped, withoutRule } = known.data;
  const shown = draft ?? rules;
  const changed = !sameRules(shown, rules);
  const problems = judgeRules(shown);
  const unruled = withoutRule.filter(({ kind }) => !shown.some((rule) => rule.kind === kind));
  return (
    <div className={styles.parts}>
      <Card
        title={t('behaviour.rules.title')}
        sub={shipped && !changed ? t('behaviour.rules.shipped') : changed ? t('behaviour.rules.changed') : undefined}
        more={
          <Button
            size="small"
            tone="quiet"
            disabled={sameRules(shown, defaultBehaviourRules)}
            onClick={() => setDraft(defaultBehaviourRules)}
          >
            {t('behaviour.rules.reset')}
          </Button>
        }
        flush
      >
        <p className={styles.about}>{t('behaviour.rules.sub')}</p>
        <RuleTable rules={shown} problems={problems} onChange={setDraft} />
        {unruled.length > 0 ? (
          <div className={styles.unruled}>
            <b>{t('behaviour.rules.withoutRule')}</b>
            <span className={styles.quiet}>{t('behaviour.rules.withoutRuleHint')}</span>
            {unruled.map(({ kind, count }) => (
              <Button key={kind} size="small" icon={Plus} onClick={() => setDraft([...shown, newRule(kind, kind)])}>
                {t('behaviour.rules.addKind', { kind, count })}
              </Button>
            ))}
          </div>
        ) : null}
        <div className={styles.foot}>
          <NewKind onAdd={(rule) => setDraft([...shown, rule])} />
          <span className={styles.gap} />
          {changed ? <Button onClick={() => setDraft(null)}>{t('behaviour.rules.discard')}</Button> : null}
          <Button
            tone="primary"
            disabled={!changed || problems.length > 0}
            busy={save.pending}
            onClick={() => void save.run({ rules: [...shown] })}
          >
            {t('behaviour.rules.save')}
          </Button>
        </div>
        <p className={styles.about}>{t('behaviour.rules.inherit')}</p>
      </Card>
      <PreviewCard rules={shown} changed={changed} />
      <WatchCard />
      <UnmatchedCard />
    </div>
  );
}
