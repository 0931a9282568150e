import { NotebookPen } from 'lucide-react';
import { runCommand } from '#renderer/platform/commands.ts';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { DealCard, GateItem } from '#shared/contract/pipeline.contract.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import styles from './GateDialog.module.css';

interface ActivityProofProps {
  readonly item: GateItem;
  readonly deal: DealCard;
}

/** What kind of contact counts and how fresh it must be; the log dialog opens over this one, which then looks again. */
export function ActivityProof({ item, deal }: ActivityProofProps) {
  const t = useT();
  const format = useFormat();
  const { kinds, days } = item.needs;
  const names = kinds.flatMap((kind) => {
    const key = `activities.kind.${kind}`;
    return isTextKey(key) ? [t(key)] : [];
  });
  const wanted = names.length > 0 ? format.list(names) : t('pipeline.gate.anyActivity');
  return (
    <div className={styles.beside}>
      <Button
        size="small"
        icon={NotebookPen}
        onClick={() => runCommand('activity.log', { opportunityId: deal.id, name: deal.name, kind: kinds[0] })}
      >
        {t('pipeline.gate.logActivity')}
      </Button>
      <span className={styles.hint}>
        {days === null ? wanted : t('pipeline.gate.withinDays', { days, kinds: wanted })}
      </span>
    </div>
  );
}
