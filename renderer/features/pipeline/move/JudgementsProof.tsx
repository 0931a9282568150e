import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import styles from './GateDialog.module.css';
import type { GateEntry, OwnJudgement } from './gateEntries.ts';
import { familiesAskedFor, isComplete, missingElements } from './missingElements.ts';

interface JudgementsProofProps {
  readonly item: GateItem;
  readonly dealId: string;
  readonly entry: GateEntry | undefined;
  readonly onEntry: (entry: GateEntry) => void;
}

/** The C139 elements that are not clear yet, each with the seller's own judgement and what it rests on. */
export function JudgementsProof({ item, dealId, entry, onEntry }: JudgementsProofProps) {
  const t = useT();
  const { data } = useOperationQuery(opportunityContract.page, { id: dealId });
  if (!data) return <Skeleton rows={3} />;
  const given = new Map((entry?.type === 'judgements' ? entry.judgements : []).map((one) => [one.code, one]));
  const give = (code: string, judgement: OwnJudgement | null) => {
    const all = new Map(given);
    if (judgement === null) all.delete(code);
    else all.set(code, judgement);
    const judgements = [...all.values()];
    onEntry({ type: 'judgements', judgements, complete: isComplete(item.needs, data.c139, judgements) });
  };
  const nameOf = (code: string): string => {
    const key = `deal.c139.name_${code}`;
    return isTextKey(key) ? t(key) : code;
  };
  return (
    <>
      <p className={styles.hint}>
        {familiesAskedFor(item.needs, data.c139)
          .map(({ family, least, clear }) => t('pipeline.gate.c139Counts', { family, least, clear }))
          .join(' ')}
      </p>
      <ul className={styles.questions}>
        {missingElements(item.needs, data.c139).map(({ code, denied }) => (
          <li key={code} className={styles.element}>
            <Checkbox
              checked={given.has(code)}
              disabled={denied}
              onChange={(checked) => give(code, checked ? { code, value: 1, evidence: '' } : null)}
            >
              <b>{code}</b> {nameOf(code)}
              {denied ? <span className={styles.hint}> {t('pipeline.gate.deniedByCoach')}</span> : null}
            </Checkbox>
            {given.has(code) ? (
              <TextInput
                size="small"
                value={given.get(code)?.evidence ?? ''}
                maxLength={500}
                aria-label={t('pipeline.gate.proofOf', { criterion: code })}
                placeholder={t('pipeline.gate.placeholder_evidence')}
                onChange={(evidence) => give(code, { code, value: 1, evidence })}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
