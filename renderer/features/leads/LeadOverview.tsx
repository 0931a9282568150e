import { Suspense } from 'react';
import { partOf } from '#renderer/platform/parts.ts';
import { useT } from '#renderer/platform/language.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { CustomFields } from '#renderer/ui/CustomFields.tsx';
import { FieldList } from '#renderer/ui/FieldList.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { RecordTimeline } from '#renderer/ui/RecordTimeline.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { type LeadPage, useSaveLeadField } from './leadPageData.ts';
import styles from './LeadScreen.module.css';
import { LeadTasksCard } from './LeadTasksCard.tsx';
import { LikelyList } from './LikelyList.tsx';

/** What speaks for the lead on the left, who it is on the right. */
export function LeadOverview({ page }: { readonly page: LeadPage }) {
  const t = useT();
  return (
    <>
      {page.likely.length > 0 ? (
        <div className={styles.likely}>
          <LikelyList title={t('leads.likely.title')} matches={page.likely} />
        </div>
      ) : null}
      <div className={styles.columns}>
        <div className={styles.column}>
          <EvidenceCard page={page} />
          <RecordPart name="lead.qualification" id={page.id} />
          <LeadTasksCard leadId={page.id} />
          <RecordTimeline entity="lead" id={page.id} first={10} />
        </div>
        <div className={styles.column}>
          <RecordPart name="lead.score" id={page.id} />
          <RecordPart name="lead.attributeScore" id={page.id} />
          <RecordPart name="lead.behaviourScore" id={page.id} />
          <WhoCard page={page} />
        </div>
      </div>
    </>
  );
}

/** A card that another feature draws. */
function RecordPart({ name, id }: { readonly name: string; readonly id: string }) {
  const Part = partOf(name);
  return Part ? (
    <Suspense fallback={<Skeleton rows={3} />}>
      {/* Parts are made once, at the start; this only looks one up. */}
      {/* oxlint-disable-next-line react/static-components */}
      <Part id={id} />
    </Suspense>
  ) : null;
}

/** Need, budget, authority and timing: what was said, not ticks. */
function EvidenceCard({ page }: { readonly page: LeadPage }) {
  const t = useT();
  const save = useSaveLeadField(page);
  const currency = useWorkspace()?.currency ?? 'CNY';
  const text = (key: 'need' | 'authority' | 'timing') => ({
    label: t(`fields.lead.${key}`),
    value: <InlineEdit kind="longText" label={t(`fields.lead.${key}`)} value={page.fields[key]} onSave={save(key)} />,
  });
  return (
    <Card title={t('leads.evidence.title')} sub={t('leads.evidence.hint')}>
      <FieldList
        rows={[
          text('need'),
          {
            label: t('fields.lead.budgetMinor'),
            value: (
              <InlineEdit
                kind="money"
                currency={currency}
                label={t('fields.lead.budgetMinor')}
                value={page.fields.budgetMinor}
                onSave={save('budgetMinor')}
              />
            ),
          },
          text('authority'),
          text('timing'),
        ]}
      />
    </Card>
  );
}

const whoFields = [
  'personName',
  'title',
  'department',
  'mobile',
  'phone',
  'email',
  'wechat',
  'company',
  'industry',
  'region',
  'city',
  'website',
  'creditCode',
  'source',
] as const;

/** Who asks, and from where; every field is edited where it stands. */
function WhoCard({ page }: { readonly page: LeadPage }) {
  const t = useT();
  const save = useSaveLeadField(page);
  return (
    <Card title={t('leads.who.title')}>
      <FieldList
        rows={[
          ...whoFields.map((key) => ({
            label: t(`fields.lead.${key}`),
            value: (
              <InlineEdit kind="text" label={t(`fields.lead.${key}`)} value={page.fields[key]} onSave={save(key)} />
            ),
          })),
          {
            label: t('fields.lead.note'),
            value: (
              <InlineEdit
                kind="longText"
                label={t('fields.lead.note')}
                value={page.fields.note}
                onSave={save('note')}
              />
            ),
          },
        ]}
      />
      <CustomFields custom={page.custom} />
    </Card>
  );
}
