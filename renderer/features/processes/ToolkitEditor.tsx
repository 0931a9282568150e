import { Plus } from 'lucide-react';
import { SortableList } from '#renderer/adapters/sortable/SortableList.tsx';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { StageTool } from '#shared/contract/processDraft.ts';
import { moveItem } from '#shared/domain/processes/editDraft.ts';
import { focusPlace } from './problemPlace.ts';
import styles from './StageEditor.module.css';
import type { StagePartProps } from './stagePartProps.ts';
import { ToolForm } from './ToolForm.tsx';
import { useToolFiles } from './useToolFiles.tsx';

/** Kinds that are written here. */
const writtenKinds = ['script', 'template', 'checklist', 'link'] as const;

/** Scripts, templates, checklists and links that help in the stage. */
export function ToolkitEditor({ processId, stage, path, problems, onChange }: StagePartProps) {
  const t = useT();
  const { toolkit } = stage;
  const set = (next: StageTool[], undoLabel?: string) => onChange({ ...stage, toolkit: next }, undoLabel);
  const add = (kind: StageTool['kind']) => {
    set([...toolkit, { kind, title: '', body: '', documentId: null }]);
    focusPlace(`${path}.toolkit.${toolkit.length}.title`);
  };
  const files = useToolFiles(processId, (found) => set([...toolkit, ...found]));
  return (
    <section className={styles.group}>
      <header className={styles.groupHead}>
        <span className={styles.quiet}>{t('processes.tool.hint')}</span>
        <Menu
          align="end"
          items={[
            ...writtenKinds.map((kind) => ({
              key: kind,
              label: t(`processes.toolKind.${kind}`),
              onSelect: () => add(kind),
            })),
            { key: 'file', label: t('processes.tool.files'), onSelect: files.choose },
          ]}
        >
          <Button size="small" icon={Plus} busy={files.pending}>
            {t('processes.tool.add')}
          </Button>
        </Menu>
        {files.input}
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
