import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Table, type TableColumn } from '#renderer/ui/Table.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { type Member, settingsContract } from '#shared/contract/settings.contract.ts';
import { MemberDialog } from './MemberDialog.tsx';
import styles from './PeoplePart.module.css';
import { SettingRow } from './SettingRow.tsx';

/** Who works in this workspace, and who of them works on this device. */
export function PeoplePart() {
  const t = useT();
  const me = useWorkspace()?.me ?? null;
  const members = useOperationQuery(settingsContract.members, {});
  const setMe = useOperationCommand(settingsContract.setMe);
  const [edited, setEdited] = useState<Member | 'new' | null>(null);
  if (members.error) return <ErrorState failure={members.error.failure} onRetry={() => void members.refetch()} />;
  if (!members.data) return <Skeleton rows={4} height={44} />;
  return (
    <>
      <Card flush>
        <SettingRow title={t('settings.people.me')} detail={t('settings.people.meDetail')}>
          <div className={styles.me}>
            <Select
              aria-label={t('settings.people.me')}
              value={me?.id ?? null}
              options={members.data
                .filter(({ active }) => active)
                .map(({ id, name, email }) => ({ value: id, label: name, hint: email }))}
              onChange={(memberId) => memberId && void setMe.run({ memberId })}
            />
          </div>
        </SettingRow>
      </Card>
      <Card
        title={t('settings.people.title')}
        flush
        more={
          <Button size="small" icon={Plus} onClick={() => setEdited('new')}>
            {t('settings.people.add')}
          </Button>
        }
      >
        <Table
          caption={t('settings.people.title')}
          rows={members.data}
          rowKey={({ id }) => id}
          columns={columnsFor(t, me?.id ?? null, setEdited)}
        />
      </Card>
      {edited ? <MemberDialog member={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
    </>
  );
}

function columnsFor(
  t: ReturnType<typeof useT>,
  meId: string | null,
  edit: (member: Member) => void,
): readonly TableColumn<Member>[] {
  return [
    {
      key: 'name',
      title: t('settings.people.name'),
      cell: ({ id, name, active }) => (
        <span className={styles.person}>
          <Avatar name={name} silent />
          {name}
          {id === meId ? <Tag tone="accent">{t('settings.people.isMe')}</Tag> : null}
          {active ? null : <Tag>{t('settings.people.inactive')}</Tag>}
        </span>
      ),
    },
    { key: 'role', title: t('settings.people.role'), cell: ({ role }) => t(`settings.role.${role}`) },
    { key: 'email', title: t('settings.people.email'), cell: ({ email }) => email },
    {
      key: 'edit',
      title: t('app.action.edit'),
      hideTitle: true,
      align: 'end',
      width: 90,
      cell: (member) => (
        <Button
          size="small"
          tone="quiet"
          onClick={() => edit(member)}
          aria-label={`${t('app.action.edit')} ${member.name}`}
        >
          {t('app.action.edit')}
        </Button>
      ),
    },
  ];
}
