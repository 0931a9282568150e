import { Plus } from 'lucide-react';
import { SortableList } from '#renderer/adapters/sortable/SortableList.tsx';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { DraftProblem, StageTool } from '#shared/contract/processDraft.ts';
import { moveItem } from '#shared/domain/processes/editDraft.ts';
import { Place } from './Place.tsx';
import { focusPlace } from './problemPlace.ts';
import styles from './StageEditor.module.css';
import type { StagePartProps } from './stagePartProps.ts';

/** Kinds that are written here; a file is a document of the workspace and comes with it. */
const writtenKinds = ['script', 'template', 'checklist', 'link'] as const;

/** Scripts, templates, checklists and links that help in the stage. */
export function ToolkitEditor({ stage, path, problems, onChange }: StagePartProps) {
  const t = useT();
  const { toolkit } = stage;
  const set = (next: StageTool[], undoLabel?: string) => onChange({ ...stage, toolkit: next }, undoLabel);
  const add = (kind: StageTool['kind']) => {
    set([...toolkit, { kind, title: '', body: '', documentId: null }]);
    focusPlace(`${path}.toolkit.${toolkit.length}.title`);
  };
  return (
    <section className={styles.group}>
      <header className={styles.groupHead}>
        <span className={styles.quiet}>{t('processes.tool.hint')}</span>
        <Menu
          align="end"
          items={writtenKinds.map((kind) => ({
            key: kind,
            label: t(`processes.toolKind.${kind}`),
            onSelect: () => add(kind),
          }))}
        >
          <Button size="small" icon={Plus}>
            {t('processes.tool.add')}
          </Button>
        </Menu>
      </header>
      {toolkit.length === 0 ? <p className={styles.none}>{t('processes.tool.none')}</p> : null}
      <SortableList
        label={t('processes.part.toolkit')}
        items={toolkit.map((tool, place) => ({ tool, place }))}
        // Tools have no key of their own; their place is enough, because nothing in a row keeps a state.
        keyOf={({ place }) => String(place)}
        nameOf={({ tool }) => tool.title || t(`processes.toolKind.${tool.kind}`)}
        onMove={(from, to) => set(moveItem(toolkit, from, to))}
      >
        {({ tool, place }) => (
          <ToolForm
            tool={tool}
            path={`${path}.toolkit.${place}`}
            problems={problems}
            onChange={(next) => set(toolkit.with(place, next))}
            onRemove={() =>
              set(
                toolkit.toSpliced(place, 1),
                t('processes.removed.part', { name: tool.title || t(`processes.toolKind.${tool.kind}`) }),
              )
            }
          />
        )}
      </SortableList>
    </section>
  );
}

interface ToolFormProps {
  readonly tool: StageTool;
  readonly path: string;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (tool: StageTool) => void;
  readonly onRemove: () => void;
}

function ToolForm({ tool, path, problems, onChange, onRemove }: ToolFormProps) {
  const t = useT();
  const kind = t(`processes.toolKind.${tool.kind}`);
  return (
    <div className={styles.part}>
      <div className={styles.line}>
        <div className={styles.grow}>
          <Place path={`${path}.title`} label={t('processes.tool.title', { kind })} problems={problems}>
            {(control) => (
              <TextInput
                {...control}
                maxLength={200}
                value={tool.title}
                onChange={(title) => onChange({ ...tool, title })}
              />
            )}
          </Place>
        </div>
        <div className={styles.act}>
          <DeleteButton label={t('processes.remove.part', { name: tool.title || kind })} onDelete={onRemove} />
        </div>
      </div>
      <Place path={`${path}.body`} label={t(`processes.toolBody.${tool.kind}`)} problems={problems}>
        {(control) =>
          tool.kind === 'link' ? (
            <TextInput
              {...control}
              maxLength={2000}
              value={tool.body}
              placeholder="https://"
              onChange={(body) => onChange({ ...tool, body })}
            />
          ) : (
            <TextArea {...control} value={tool.body} onChange={(body) => onChange({ ...tool, body })} />
          )
        }
      </Place>
    </div>
  );
}
