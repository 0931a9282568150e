import { CircleSlash, Hand, Trash2, Undo2, UserRound } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SelectionBar } from '#renderer/ui/SelectionBar.tsx';
import { claimLeads, mayActOnAny, recycleLeads, removeLeads } from './leadActions.ts';
import { clearLeads, leadStore, openLeadDialog } from './leadStore.ts';

/** What can be done with all selected leads at once; each of it is one step to undo. */
export function LeadBulkBar() {
  const t = useT();
  const chosen = leadStore((state) => state.chosen);
  const leads = [...chosen.values()];
  return (
    <SelectionBar
      label={t('leads.bulk.label')}
      selected={leads.length}
      count={t('leads.bulk.count', { count: leads.length })}
      clearLabel={t('leads.action.clear')}
      onClear={clearLeads}
    >
      {mayActOnAny(leads, 'assign') ? (
        <Button size="small" icon={UserRound} onClick={() => openLeadDialog('assign', leads)}>
          {t('leads.action.assign')}
        </Button>
      ) : null}
      {mayActOnAny(leads, 'claim') ? (
        <Button size="small" icon={Hand} onClick={() => void claimLeads(leads)}>
          {t('leads.action.claim')}
        </Button>
      ) : null}
      {mayActOnAny(leads, 'recycle') ? (
        <Button size="small" icon={Undo2} onClick={() => void recycleLeads(leads)}>
          {t('leads.action.recycle')}
        </Button>
      ) : null}
      {mayActOnAny(leads, 'disqualify') ? (
        <Button size="small" icon={CircleSlash} onClick={() => openLeadDialog('disqualify', leads)}>
          {t('leads.action.disqualify')}
        </Button>
      ) : null}
      <Button size="small" tone="danger" icon={Trash2} onClick={() => void removeLeads(leads)}>
        {t('app.action.delete')}
      </Button>
    </SelectionBar>
  );
}
