import { Compass, FileDown, type LucideIcon, SquarePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import styles from './StartChoices.module.css';
import type { Entrance } from './useEntrance.ts';

interface StartChoicesProps {
  readonly entrance: Entrance;
  readonly onCreate: () => void;
}

/** The three ways to begin. */
export function StartChoices({ entrance, onCreate }: StartChoicesProps) {
  const t = useT();
  const { busy, progress, cancelling } = entrance;
  const disabled = busy !== null;
  return (
    <div className={styles.choices}>
      <Choice icon={Compass} title={t('start.sample.title')} detail={t('start.sample.detail')}>
        {busy === 'sample' ? (
          <Progress
            label={t(cancelling ? 'start.sample.cancelling' : 'start.sample.working')}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
            onCancel={entrance.cancelSample}
            cancelling={cancelling}
          />
        ) : (
          <Button tone="primary" disabled={disabled} onClick={entrance.openSample}>
            {t('start.sample.action')}
          </Button>
        )}
      </Choice>
      <Choice icon={FileDown} title={t('start.import.title')} detail={t('start.import.detail')}>
        <Button disabled={disabled} busy={busy === 'import'} onClick={entrance.startImport}>
          {t('start.import.action')}
        </Button>
      </Choice>
      <Choice icon={SquarePlus} title={t('start.empty.title')} detail={t('start.empty.detail')}>
        <Button disabled={disabled} busy={busy === 'empty'} onClick={onCreate}>
          {t('start.empty.action')}
        </Button>
      </Choice>
    </div>
  );
}

interface ChoiceProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail: string;
  readonly children: ReactNode;
}

function Choice({ icon, title, detail, children }: ChoiceProps) {
  return (
    <section className={styles.choice}>
      <span className={styles.icon}>
        <Icon of={icon} size={20} />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.detail}>{detail}</p>
      <div className={styles.action}>{children}</div>
    </section>
  );
}
