import { useT } from '#renderer/platform/language.ts';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { DraftProblem, StageTool } from '#shared/contract/processDraft.ts';
import { Place } from './Place.tsx';
import styles from './StageEditor.module.css';

interface ToolFormProps {
  readonly tool: StageTool;
  readonly path: string;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (tool: StageTool) => void;
  readonly onRemove: () => void;
}

/** One tool: its name, and what it says, where it leads or what the file is for. */
export function ToolForm({ tool, path, problems, onChange, onRemove }: ToolFormProps) {
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
