import type { Command } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { Kbd } from './Kbd.tsx';
import styles from './KeyList.module.css';

const groups = [
  { group: 'do', titleKey: 'app.keys.groupDo' },
  { group: 'go', titleKey: 'app.keys.groupGo' },
  { group: 'view', titleKey: 'app.keys.groupView' },
] as const;

/** Commands that have a key, by kind. */
export function KeyList({ commands }: { readonly commands: readonly Command[] }) {
  const t = useT();
  return (
    <div className={styles.groups}>
      {groups.map(({ group, titleKey }) => {
        const rows = commands.filter((command) => command.group === group && command.keys);
        if (rows.length === 0) return null;
        return (
          <section key={group}>
            <h3 className={styles.title}>{t(titleKey)}</h3>
            <dl>
              {rows.map(({ id, titleKey: name, keys = '' }) => (
                <div key={id} className={styles.row}>
                  <dt>{t(name)}</dt>
                  <dd className={styles.keys}>
                    {keys.split(' ').map((key, index) => (
                      <span key={key} className={styles.keys}>
                        {index > 0 ? <span className={styles.then}>{t('app.keys.then')}</span> : null}
                        <Kbd keys={key} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
