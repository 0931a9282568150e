import { useT } from '#renderer/platform/language.ts';
import { usePathParameter } from '#renderer/platform/navigation.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import type { SaveAnswer } from '#renderer/ui/InlineEdit.tsx';
import { RecordDocuments } from '#renderer/ui/RecordDocuments.tsx';
import { RecordTimeline } from '#renderer/ui/RecordTimeline.tsx';
import { contactContract, type ContactFields } from '#shared/contract/account.contract.ts';
import { ContactFieldsCard } from './ContactFieldsCard.tsx';
import { ContactPartsCard } from './ContactPartsCard.tsx';
import { RecordPage } from './RecordPage.tsx';
import styles from './RecordPage.module.css';

/** One person: how to reach them, whom they report to, what part they have in which deal. */
export function ContactScreen() {
  const t = useT();
  const id = usePathParameter('contactId');
  const { data: page, error, refetch } = useOperationQuery(contactContract.page, { id });
  const update = useOperationCommand(contactContract.update, {
    handles: true,
    undoLabel: () => t('contacts.edit.saved'),
  });
  if (error) return <ErrorState failure={error.failure} onRetry={() => void refetch()} />;
  const save =
    <Key extends keyof ContactFields>(key: Key) =>
    (value: ContactFields[Key]): Promise<SaveAnswer> =>
      update.run({ id, fields: { [key]: value }, expected: { [key]: page?.fields[key] ?? null } });
  const overview = page && (
    <div className={styles.columns}>
      <div className={styles.column}>
        <ContactPartsCard parts={page.parts} />
        <RecordTimeline entity="contact" id={id} first={15} />
      </div>
      <div className={styles.column}>
        <ContactFieldsCard page={page} save={save} />
        <Card title={t('documents.card.title')} flush>
          <RecordDocuments entity="contact" id={id} />
        </Card>
      </div>
    </div>
  );
  return (
    <RecordPage
      entity="contact"
      id={id}
      record={page && { name: page.fields.name, subtitle: page.account?.name ?? '', above: page.account, overview }}
      onRename={save('name')}
    />
  );
}
