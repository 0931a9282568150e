import { ArrowDown, ArrowUp, Ellipsis, History, Pencil, Trash2 } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { automationContract, type ListedRule } from '#shared/contract/automation.contract.ts';
import styles from './RuleList.module.css';
import { type RuleNames, ruleWords } from './ruleWords.ts';

interface RuleRowProps {
  readonly rule: ListedRule;
  readonly index: number;
  readonly last: boolean;
  readonly names: RuleNames;
  readonly onOpen: () => void;
  readonly onFirings: () => void;
  readonly onMove: (by: number) => void;
}

/** One rule of the list: its switch, what it says, when it fired. */
export function RuleRow({ rule, index, last, names, onOpen, onFirings, onMove }: RuleRowProps) {
  const t = useT();
  const format = useFormat();
  const { name } = rule;
  const enable = useOperationCommand(automationContract.setEnabled, {
    undoLabel: (_output, { enabled }) => t(enabled ? 'rules.list.switchedOn' : 'rules.list.switchedOff', { name }),
  });
  const remove = useOperationCommand(automationContract.remove, {
    undoLabel: () => t('rules.list.removed', { name }),
  });
  return (
    <div className={styles.rule}>
      <Switch
        label={t('rules.list.toggle', { name })}
        checked={rule.enabled}
        disabled={enable.pending}
        onChange={(enabled) => void enable.run({ id: rule.id, enabled })}
      />
      <button type="button" className={styles.words} aria-label={t('rules.list.edit', { name })} onClick={onOpen}>
        <span className={styles.name}>
          {name}
          {rule.problems.length > 0 ? <Tag tone="warning">{t('rules.list.broken')}</Tag> : null}
        </span>
        <span className={classNames(styles.sentence, !rule.enabled && styles.off)}>
          {rule.body === null ? t('rules.list.newer') : ruleWords(rule.body, names, t, format)}
        </span>
      </button>
      <span className={styles.facts}>
        <span>{rule.process?.name ?? t('rules.list.allProcesses')}</span>
        <span className={styles.fired}>
          {rule.lastFiredAt === null
            ? t('rules.list.never')
            : t('rules.list.fired', { when: format.instantDay(rule.lastFiredAt), count: rule.firedRecently })}
        </span>
      </span>
      <Menu
        align="end"
        items={[
          { key: 'edit', icon: Pencil, label: t('app.action.edit'), onSelect: onOpen },
          { key: 'firings', icon: History, label: t('rules.list.firings'), onSelect: onFirings },
          '-',
          { key: 'up', icon: ArrowUp, label: t('rules.list.up'), disabled: index === 0, onSelect: () => onMove(-1) },
          { key: 'down', icon: ArrowDown, label: t('rules.list.down'), disabled: last, onSelect: () => onMove(1) },
          '-',
          {
            key: 'remove',
            icon: Trash2,
            label: t('app.action.delete'),
            danger: true,
            onSelect: () => void remove.run({ id: rule.id }),
          },
        ]}
      >
        <IconButton icon={Ellipsis} label={t('app.action.more')} />
      </Menu>
    </div>
  );
}
