import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import styles from './CapsCard.module.css';
import { ProblemLines } from './ProblemLines.tsx';
import type { RulesEditor } from './useRulesEditor.ts';

/** What each group of criteria may weigh together at most; shown once there is a group. */
export function CapsCard({ editor }: { readonly editor: RulesEditor }) {
  const t = useT();
  const { criteria, caps } = editor.shown.body;
  const groups = [
    ...new Set(
      [...criteria.map(({ group }) => group), ...caps.map(({ group }) => group)].filter((group) => group !== ''),
    ),
  ];
  if (groups.length === 0) return null;
  const set = (group: string, weight: number | null) =>
    editor.edit({
      caps: [...caps.filter((cap) => cap.group !== group), ...(weight === null ? [] : [{ group, weight }])],
    });
  return (
    <Card title={t('attributes.cap.title')} sub={t('attributes.cap.hint')}>
      <ul className={styles.rows}>
        {groups.map((group) => (
          <li key={group}>
            <label className={styles.row}>
              <b>{group}</b>
              <span className={styles.quiet}>
                {t('attributes.cap.own', {
                  weight: criteria.reduce((sum, one) => sum + (one.group === group ? one.weight : 0), 0),
                })}
              </span>
              <span className={styles.limit}>
                <NumberInput
                  size="small"
                  minimum={0}
                  maximum={1000}
                  aria-label={t('attributes.cap.of', { group })}
                  placeholder={t('attributes.cap.none')}
                  value={caps.find((cap) => cap.group === group)?.weight ?? null}
                  onChange={(weight) => set(group, weight)}
                />
              </span>
            </label>
          </li>
        ))}
      </ul>
      <ProblemLines problems={editor.problems} at={['caps']} below />
    </Card>
  );
}
