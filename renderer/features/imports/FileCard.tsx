import { FileText, X } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { type Delimiter, encodingSchema, type FilePlan, importEntitySchema } from '#shared/contract/import.contract.ts';
import type { FailureLike } from '#shared/i18n/errorText.ts';
import { FailureNote } from './FailureNote.tsx';
import styles from './FileCard.module.css';
import { delimiterNames, encodingNames } from './importNames.ts';
import type { BroughtFile, InspectedFile } from './importStore.ts';
import { useImportWizard } from './useImportWizard.ts';

interface FileCardProps {
  readonly file: BroughtFile;
  /** What was found in it; null before that and when it cannot be read. */
  readonly seen: InspectedFile | null;
  readonly plan: FilePlan | null;
  readonly waiting: boolean;
}

/** One file: what it is, how it is read, or why it cannot be. */
export function FileCard({ file, seen, plan, waiting }: FileCardProps) {
  const t = useT();
  const format = useFormat();
  const { removeFile } = useImportWizard();
  return (
    <article className={styles.card} aria-label={file.name}>
      <header className={styles.head}>
        <span className={styles.icon}>
          <Icon of={FileText} />
        </span>
        <div className={styles.words}>
          <h2 className={styles.name} data-tip={file.name}>
            {file.name}
          </h2>
          {seen ? (
            <p className={styles.size}>
              {t('imports.files.size', {
                rows: format.number(seen.rows),
                columns: format.number(seen.headers.length),
                size: format.bytes(seen.bytes),
              })}
            </p>
          ) : null}
        </div>
        {seen && seen.confidence < 0.5 ? <Tag tone="warning">{t('imports.files.unsure')}</Tag> : null}
        <IconButton
          icon={X}
          size="small"
          label={t('imports.files.remove', { name: file.name })}
          disabled={waiting}
          onClick={() => void removeFile(file.handle)}
        />
      </header>
      {file.failure ? <FileFailure file={file} failure={file.failure} waiting={waiting} /> : null}
      {seen && plan ? <Reading seen={seen} plan={plan} waiting={waiting} /> : null}
    </article>
  );
}

interface ReadingProps {
  readonly seen: InspectedFile;
  readonly plan: FilePlan;
  readonly waiting: boolean;
}

function Reading({ seen, plan, waiting }: ReadingProps) {
  const t = useT();
  const { readAs } = useImportWizard();
  const { file, entity, encoding, delimiter } = plan;
  const encodings = [...new Set([...seen.encodings, ...encodingSchema.options])];
  return (
    <div className={styles.reading}>
      <Field label={t('imports.files.kind')}>
        {(control) => (
          <Select
            {...control}
            disabled={waiting}
            value={entity}
            options={importEntitySchema.options.map((value) => ({ value, label: t(`imports.entity.${value}`) }))}
            onChange={(value) => {
              const kind = importEntitySchema.options.find((known) => known === value);
              if (kind && kind !== entity) void readAs({ file, entity: kind, encoding, delimiter });
            }}
          />
        )}
      </Field>
      <Field label={t('imports.files.encoding')}>
        {(control) => (
          <Select
            {...control}
            disabled={waiting}
            value={encoding}
            options={encodings.map((value) => ({ value, label: t(encodingNames[value]) }))}
            onChange={(value) => {
              const chosen = encodings.find((known) => known === value);
              if (chosen && chosen !== encoding) void readAs({ file, encoding: chosen });
            }}
          />
        )}
      </Field>
      <Field label={t('imports.files.delimiter')}>
        {(control) => (
          <Select
            {...control}
            disabled={waiting}
            value={delimiter}
            options={Object.entries(delimiterNames).map(([value, key]) => ({ value, label: t(key) }))}
            onChange={(value) => {
              if (value && value !== delimiter) void readAs({ file, encoding, delimiter: value as Delimiter });
            }}
          />
        )}
      </Field>
    </div>
  );
}

interface FileFailureProps {
  readonly file: BroughtFile;
  readonly failure: FailureLike;
  readonly waiting: boolean;
}

function FileFailure({ file, failure, waiting }: FileFailureProps) {
  const t = useT();
  const { readAs, guessAgain } = useImportWizard();
  const suggested =
    'suggested' in failure ? encodingSchema.options.find((encoding) => encoding === failure.suggested) : undefined;
  // Only what depends on the reading can become right by reading it otherwise.
  const readable = ['wrongEncoding', 'brokenCsv', 'fileChanged'].includes(failure.type);
  return (
    <FailureNote failure={failure}>
      {suggested ? (
        <Button size="small" disabled={waiting} onClick={() => void readAs({ file: file.handle, encoding: suggested })}>
          {t('imports.files.useEncoding', { encoding: t(encodingNames[suggested]) })}
        </Button>
      ) : null}
      {readable ? (
        <Button size="small" disabled={waiting} onClick={() => void guessAgain(file.handle)}>
          {t('imports.files.guessAgain')}
        </Button>
      ) : null}
    </FailureNote>
  );
}
