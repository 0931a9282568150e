import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { runCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { activityIcons } from '#renderer/ui/activityIcons.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import styles from './QuickLogLine.module.css';

const kinds = ['visit', 'call', 'wechat'] as const;

/** One line to begin a log entry with; Enter or a kind opens the dialog with the sentence in it. */
export function QuickLogLine() {
  const t = useT();
  const [subject, setSubject] = useState('');
  const log = (kind?: (typeof kinds)[number]) => {
    if (runCommand('activity.log', { subject, ...(kind ? { kind } : {}) })) setSubject('');
  };
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        log();
      }}
    >
      <Icon of={Pencil} />
      <input
        className={styles.input}
        value={subject}
        maxLength={200}
        aria-label={t('activities.log.title')}
        placeholder={t('today.quickLog.hint')}
        onChange={(event) => setSubject(event.target.value)}
      />
      {kinds.map((kind) => (
        <Button key={kind} type="button" tone="quiet" icon={activityIcons[kind]} onClick={() => log(kind)}>
          {t(`activities.kind.${kind}`)}
        </Button>
      ))}
      <Kbd keys="l" />
    </form>
  );
}
