import { Copy, Ellipsis, Trash2 } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { type AttributeSetLine, attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import styles from './AttributesPart.module.css';
import { hasHeldDraft } from './useRulesEditor.ts';

/** One set in the list: whom it is for, what it asks, how many it scores. */
export function RuleSetRow({ set }: { readonly set: AttributeSetLine }) {
  const t = useT();
  const format = useFormat();
  const { id, name, industries, scored } = set;
  const duplicate = useOperationCommand(attributeScoreContract.duplicate, {
    undoLabel: (_output, input) => t('attributes.list.copied', { name: input.name }),
    onSuccess: (output) => go(paths.attributeRules(output.id)),
  });
  const remove = useOperationCommand(attributeScoreContract.remove, {
    undoLabel: () => t('attributes.list.removed', { name }),
  });
  return (
    <div className={styles.row}>
      <div className={styles.main}>
        <span className={styles.head}>
          {set.readable ? <Link to={paths.attributeRules(id)}>{name}</Link> : name}
          {hasHeldDraft(id) ? <Tag tone="warning">{t('attributes.edit.unsaved')}</Tag> : null}
          {set.readable ? null : <Tag tone="warning">{t('attributes.list.newer')}</Tag>}
        </span>
        <span className={styles.quiet}>
          {industries.length === 0
            ? t('attributes.list.general')
            : t('attributes.list.industries', { words: industries.join(t('attributes.list.comma')) })}
        </span>
      </div>
      <span className={styles.figures}>
        {t('attributes.list.criteria', { count: set.criteria })}
        <br />
        <span className={styles.quiet}>
          {t('attributes.list.scored', { accounts: format.number(scored.account), leads: format.number(scored.lead) })}
        </span>
      </span>
      <Menu
        align="end"
        items={[
          {
            key: 'copy',
            label: t('attributes.list.copy'),
            icon: Copy,
            disabled: !set.readable,
            onSelect: () => void duplicate.run({ id, name: t('attributes.list.copyName', { name }) }),
          },
          { key: 'remove', label: t('app.action.delete'), icon: Trash2, onSelect: () => void remove.run({ id }) },
        ]}
      >
        <IconButton size="small" icon={Ellipsis} label={t('attributes.list.more', { name })} />
      </Menu>
    </div>
  );
}
