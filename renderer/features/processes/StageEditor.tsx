import { useId } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { StageTag } from '#renderer/ui/StageTag.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { BasicsForm } from './BasicsForm.tsx';
import { CriteriaEditor } from './CriteriaEditor.tsx';
import { type StagePart, stageParts } from './processSearch.ts';
import styles from './StageEditorCard.module.css';
import type { StagePartProps } from './stagePartProps.ts';
import { TasksEditor } from './TasksEditor.tsx';
import { ToolkitEditor } from './ToolkitEditor.tsx';

const editors: Readonly<Record<StagePart, (props: StagePartProps) => React.JSX.Element>> = {
  basics: BasicsForm,
  criteria: CriteriaEditor,
  tasks: TasksEditor,
  toolkit: ToolkitEditor,
};

interface StageEditorProps extends StagePartProps {
  readonly part: StagePart;
  readonly onPart: (part: StagePart) => void;
  readonly onRemove: () => void;
}

/** Everything about one stage, in four parts. */
export function StageEditor({ part, onPart, onRemove, ...props }: StageEditorProps) {
  const t = useT();
  const panelId = useId();
  const { stage } = props;
  const name = stage.name || t('processes.stage.unnamed');
  const counts: Record<StagePart, number | ''> = {
    basics: '',
    criteria: stage.criteria.length || '',
    tasks: stage.tasks.length || '',
    toolkit: stage.toolkit.length || '',
  };
  const Editor = editors[part];
  return (
    <Card
      title={<StageTag name={name} stageClass={stage.stageClass} strong />}
      more={<DeleteButton label={t('processes.remove.stage', { name })} onDelete={onRemove} />}
      flush
    >
      <Tabs
        label={name}
        current={part}
        panelId={panelId}
        items={stageParts.map((key) => ({ key, label: t(`processes.part.${key}`), figure: counts[key] }))}
        onSelect={onPart}
      />
      <div id={panelId} role="tabpanel" aria-label={t(`processes.part.${part}`)} className={styles.panel}>
        <Editor key={stage.key} {...props} />
      </div>
    </Card>
  );
}
