import { ArrowRightLeft, CircleSlash, Hand, NotebookPen, PhoneCall, RotateCcw, Undo2, UserRound } from 'lucide-react';
import { runCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { mayAct } from '#shared/domain/leads/leadAction.ts';
import { HoldingBar } from './HoldingBar.tsx';
import { claimLeads, recycleLeads, reopenLeads, verifyLeads } from './leadActions.ts';
import { type LeadPage, useSaveLeadField } from './leadPageData.ts';
import styles from './LeadScreen.module.css';
import { openLeadDialog } from './leadStore.ts';
import { reasonWord } from './reasonWord.ts';
import { StatusTag } from './StatusTag.tsx';

/** Name, state, owner and holding time, with what can be done next. */
export function LeadHead({ page }: { readonly page: LeadPage }) {
  const t = useT();
  const save = useSaveLeadField(page);
  const isCompany = page.fields.company !== '';
  const key = isCompany ? 'company' : 'personName';
  return (
    <div className={styles.top}>
      <div className={styles.headline}>
        <h1 className={styles.title}>
          <InlineEdit
            plain
            kind="text"
            required
            label={t(`fields.lead.${key}`)}
            value={page.fields[key]}
            onSave={save(key)}
          />
        </h1>
        <StatusTag status={page.status} />
      </div>
      <dl className={styles.figures}>
        <div>
          <dt>{t('fields.lead.ownerId')}</dt>
          <dd>{page.owner?.name ?? t('leads.filter.nobody')}</dd>
        </div>
        {page.holding ? (
          <div>
            <dt>{t('leads.list.holding')}</dt>
            <dd>
              <HoldingBar holding={page.holding} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('leads.list.created')}</dt>
          <dd>
            <DateText at={page.createdAt} />
          </dd>
        </div>
        <div>
          <dt>{t('leads.head.lastTouch')}</dt>
          <dd>{page.lastTouchAt === null ? t('leads.head.never') : <DateText at={page.lastTouchAt} />}</dd>
        </div>
        <Outcome page={page} />
      </dl>
      <Actions page={page} />
    </div>
  );
}

/** What has become of it, where it has an end. */
function Outcome({ page }: { readonly page: LeadPage }) {
  const t = useT();
  if (page.status === 'converted' && page.opportunity) {
    return (
      <div>
        <dt>{t('fields.lead.opportunityId')}</dt>
        <dd>
          <Link to={paths.deal(page.opportunity.id)} className={styles.link}>
            {page.opportunity.name}
          </Link>
        </dd>
      </div>
    );
  }
  if (page.reasonCode === '' && page.reason === '') return null;
  return (
    <div>
      <dt>{t('fields.lead.reasonCode')}</dt>
      <dd>{[page.reasonCode === '' ? '' : reasonWord(t, page.reasonCode), page.reason].filter(Boolean).join('：')}</dd>
    </div>
  );
}

function Actions({ page }: { readonly page: LeadPage }) {
  const t = useT();
  const lead = { id: page.id, company: page.fields.company, personName: page.fields.personName, status: page.status };
  const may = (action: Parameters<typeof mayAct>[1]) => mayAct(page.status, action);
  return (
    <div className={styles.actions}>
      {may('convert') ? (
        <Button tone="primary" icon={ArrowRightLeft} keys="c" onClick={() => go(paths.convertLead(page.id))}>
          {t('leads.action.convert')}
        </Button>
      ) : null}
      {page.status === 'new' ? (
        <Button icon={PhoneCall} onClick={() => void verifyLeads([lead])}>
          {t('leads.action.verify')}
        </Button>
      ) : null}
      {may('claim') ? (
        <Button tone="primary" icon={Hand} onClick={() => void claimLeads([lead])}>
          {t('leads.action.claim')}
        </Button>
      ) : null}
      {may('reopen') ? (
        <Button icon={RotateCcw} onClick={() => void reopenLeads([lead])}>
          {t('leads.action.reopen')}
        </Button>
      ) : null}
      <Button
        icon={NotebookPen}
        onClick={() => runCommand('activity.log', { leadId: page.id, name: page.fields.company, kind: 'call' })}
      >
        {t('activities.log.command')}
      </Button>
      {may('assign') ? (
        <Button icon={UserRound} onClick={() => openLeadDialog('assign', [lead])}>
          {t('leads.action.assign')}
        </Button>
      ) : null}
      {may('recycle') ? (
        <Button icon={Undo2} onClick={() => void recycleLeads([lead])}>
          {t('leads.action.recycle')}
        </Button>
      ) : null}
      {may('disqualify') ? (
        <Button icon={CircleSlash} onClick={() => openLeadDialog('disqualify', [lead])}>
          {t('leads.action.disqualify')}
        </Button>
      ) : null}
    </div>
  );
}
