import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { errorText } from '#shared/i18n/errorText.ts';
import styles from './BehaviourRulesPart.module.css';

/** 监视文件夹: which folder of this device is looked into, and what became of its last files. */
export function WatchCard() {
  const t = useT();
  const format = useFormat();
  const watched = useOperationQuery(behaviourContract.watched, {}, { refetchInterval: 60_000 });
  const [typed, setTyped] = useState('');
  const watch = useOperationCommand(behaviourContract.watch, {
    onSuccess: ({ folder }) => {
      setTyped('');
      showToast({ title: t(folder === null ? 'behaviour.watch.stopped' : 'behaviour.watch.started') });
    },
  });
  const look = useOperationCommand(behaviourContract.look, {
    onSuccess: (counts) => showToast({ title: t('behaviour.watch.looked', counts) }),
  });
  const { data } = watched;
  return (
    <Card
      title={t('behaviour.watch.title')}
      sub={
        data
          ? data.folder === null
            ? t('behaviour.watch.off')
            : t('behaviour.watch.on', { folder: data.folder })
          : undefined
      }
    >
      <p className={styles.quiet}>{t('behaviour.watch.sub')}</p>
      {watched.error ? (
        <ErrorState failure={watched.error.failure} onRetry={() => void watched.refetch()} />
      ) : !data ? (
        <Skeleton rows={2} />
      ) : data.folder === null ? (
        <form
          className={styles.watch}
          onSubmit={(event) => {
            event.preventDefault();
            void watch.run({ folder: typed });
          }}
        >
          <TextInput
            value={typed}
            onChange={setTyped}
            aria-label={t('behaviour.watch.folder')}
            placeholder={t('behaviour.watch.placeholder')}
          />
          <Button type="submit" disabled={typed.trim() === ''} busy={watch.pending}>
            {t('behaviour.watch.start')}
          </Button>
        </form>
      ) : (
        <div className={styles.watch}>
          <Button busy={look.pending} onClick={() => void look.run({})}>
            {t('behaviour.watch.look')}
          </Button>
          <Button tone="quiet" busy={watch.pending} onClick={() => void watch.run({ folder: null })}>
            {t('behaviour.watch.stop')}
          </Button>
        </div>
      )}
      {data?.trouble ? (
        <p className={styles.problem} role="alert">
          {t('behaviour.watch.trouble', { since: format.instant(data.trouble.since), code: data.trouble.code })}
        </p>
      ) : null}
      {data && data.files.length > 0 ? <WatchedFiles files={data.files} /> : null}
    </Card>
  );
}

function WatchedFiles({ files }: { readonly files: OutputOf<typeof behaviourContract.watched>['files'] }) {
  const t = useT();
  return (
    <>
      <p className={styles.quiet}>{t('behaviour.watch.files')}</p>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={`${file.name} ${file.at}`}>
            <span className={styles.name}>{file.name}</span>
            <span className={file.outcome === 'problem' ? styles.problem : undefined}>
              {file.outcome === 'imported'
                ? t('behaviour.watch.imported', file)
                : file.outcome === 'known'
                  ? t('behaviour.watch.known')
                  : t('behaviour.watch.problem', { problem: errorText({ type: file.problem }, t).title })}
            </span>
            <DateText at={file.at} />
          </li>
        ))}
      </ul>
    </>
  );
}
