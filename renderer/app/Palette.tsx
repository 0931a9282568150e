import { Command as Menu } from 'cmdk';
import { useDeferredValue, useState } from 'react';
import { type Command, useRegisteredCommands } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { pathOfRecord } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { readRecent, rememberRecent, type RecentRecord } from '#renderer/platform/recentRecords.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { searchContract } from '#shared/contract/search.contract.ts';
import { entityIcons } from './entityIcons.ts';
import styles from './Palette.module.css';

/** Go, do, find: one box for everything. Recent first, then commands, then records by 汉字, pinyin or initials. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useOperationQuery(
    searchContract.find,
    { text: wanted, limit: 12 },
    { enabled: wanted !== '', keepPrevious: true },
  );
  const workspaceId = useWorkspace()?.id ?? '';
  const recent = wanted === '' ? readRecent(workspaceId) : [];
  const hits = wanted === '' ? [] : (found.data?.hits ?? []);
  const commands = useRegisteredCommands().filter(
    (command) => !command.hidden && command.when?.() !== false && matches(t(command.titleKey), wanted),
  );
  const order = [
    ...[...recent, ...hits].map(valueOf),
    ...commands.filter(({ group }) => group !== 'go').map(({ id }) => id),
    ...commands.filter(({ group }) => group === 'go').map(({ id }) => id),
  ];
  const openRecord = (record: RecentRecord) => {
    onClose();
    rememberRecent(workspaceId, record);
    go(pathOfRecord(record.entity, record.id));
  };
  const run = (command: Command) => {
    onClose();
    command.run();
  };
  return (
    <Menu.Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      label={t('app.palette.title')}
      shouldFilter={false}
      // Results come and go while typing; the first of them is always ready for Enter.
      value={order.includes(chosen) ? chosen : (order[0] ?? '')}
      onValueChange={setChosen}
      loop
      overlayClassName={styles.overlay ?? ''}
      contentClassName={styles.dialog ?? ''}
    >
      <Menu.Input
        className={styles.input}
        value={text}
        onValueChange={setText}
        placeholder={t('app.palette.placeholder')}
      />
      <Menu.List className={styles.list} label={t('app.palette.title')}>
        <Records heading={t('app.palette.recent')} records={recent} onOpen={openRecord} />
        <Records heading={t('app.palette.find')} records={hits} onOpen={openRecord} />
        <Commands heading={t('app.palette.do')} commands={commands.filter(({ group }) => group !== 'go')} onRun={run} />
        <Commands heading={t('app.palette.go')} commands={commands.filter(({ group }) => group === 'go')} onRun={run} />
        {wanted !== '' && found.isFetching && hits.length === 0 ? (
          <Menu.Loading className={styles.empty}>{t('app.palette.searching')}</Menu.Loading>
        ) : (
          <Menu.Empty className={styles.empty}>
            {t('app.palette.empty', { text: wanted })}
            <br />
            {t('app.palette.emptyHint')}
          </Menu.Empty>
        )}
      </Menu.List>
    </Menu.Dialog>
  );
}

const valueOf = ({ entity, id }: RecentRecord): string => `${entity} ${id}`;

function matches(title: string, wanted: string): boolean {
  const plain = title.toLocaleLowerCase();
  return wanted
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => plain.includes(word));
}

interface RecordsProps {
  readonly heading: string;
  readonly records: readonly RecentRecord[];
  readonly onOpen: (record: RecentRecord) => void;
}

function Records({ heading, records, onOpen }: RecordsProps) {
  const t = useT();
  if (records.length === 0) return null;
  return (
    <Menu.Group heading={heading} className={styles.group}>
      {records.map((record) => {
        const { entity, id, title, subtitle } = record;
        return (
          <Menu.Item
            key={`${entity} ${id}`}
            value={valueOf(record)}
            className={styles.item}
            onSelect={() => onOpen(record)}
          >
            <Icon of={entityIcons[entity]} />
            <span className={styles.title}>{title}</span>
            <span className={styles.subtitle}>{subtitle}</span>
            <span className={styles.kind}>{t(`app.entity.${entity}`)}</span>
          </Menu.Item>
        );
      })}
    </Menu.Group>
  );
}

interface CommandsProps {
  readonly heading: string;
  readonly commands: readonly Command[];
  readonly onRun: (command: Command) => void;
}

function Commands({ heading, commands, onRun }: CommandsProps) {
  const t = useT();
  if (commands.length === 0) return null;
  return (
    <Menu.Group heading={heading} className={styles.group}>
      {commands.map((command) => (
        <Menu.Item key={command.id} value={command.id} className={styles.item} onSelect={() => onRun(command)}>
          {command.icon ? <Icon of={command.icon} /> : <span className={styles.noIcon} />}
          <span className={styles.title}>{t(command.titleKey)}</span>
          <span className={styles.subtitle} />
          {command.keys ? <Kbd keys={command.keys} /> : null}
        </Menu.Item>
      ))}
    </Menu.Group>
  );
}
