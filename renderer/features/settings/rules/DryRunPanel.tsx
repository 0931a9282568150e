import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { ask } from '#renderer/platform/queries.ts';
import { OperationFailure, showFailure } from '#renderer/platform/failure.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { automationContract, type DryRun } from '#shared/contract/automation.contract.ts';
import type { RuleProblem } from '#shared/domain/automation/ruleProblem.ts';
import { DryRunResult } from './DryRunResult.tsx';
import { inputOf, type RuleDraft } from './ruleDraft.ts';
import styles from './RuleEditor.module.css';

interface DryRunPanelProps {
  readonly draft: RuleDraft;
  readonly onProblems: (problems: readonly RuleProblem[]) => void;
}

/** What the rule, as it stands here, would do to the open deals now. */
export function DryRunPanel({ draft, onProblems }: DryRunPanelProps) {
  const t = useT();
  const [result, setResult] = useState<{ readonly of: RuleDraft; readonly answer: DryRun } | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      const answer = await ask(automationContract.dryRun, { rule: inputOf(draft) });
      onProblems([]);
      setResult({ of: draft, answer });
    } catch (error) {
      if (!(error instanceof OperationFailure)) throw error;
      setResult(null);
      const { failure } = error;
      if (failure.type === 'ruleProblems' && 'problems' in failure) onProblems(failure.problems as RuleProblem[]);
      else showFailure(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card
      title={t('rules.dryRun.title')}
      more={
        <Button size="small" busy={busy} onClick={() => void run()}>
          {t(result ? 'rules.dryRun.again' : 'rules.dryRun.run')}
        </Button>
      }
      flush={result !== null}
    >
      {busy && result === null ? (
        <Skeleton rows={4} />
      ) : result === null ? (
        <p className={styles.hint}>{t('rules.dryRun.hint')}</p>
      ) : (
        <>
          {result.of === draft ? null : (
            <p className={styles.stale} role="status">
              {t('rules.dryRun.stale')}
            </p>
          )}
          <DryRunResult result={result.answer} rule={result.of} />
        </>
      )}
    </Card>
  );
}
