import { ChevronDown, ChevronRight, Copy, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { openOutside } from '#renderer/platform/openDocument.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { processContract } from '#shared/contract/process.contract.ts';
import type { StageTool } from '#shared/contract/processDraft.ts';
import styles from './ToolkitCard.module.css';

interface ToolkitCardProps {
  readonly stageId: string;
  readonly stageName: string;
}

/** 工具: what the process offers for the deal's stage; words to copy, lists to go through, addresses to open. */
export function ToolkitCard({ stageId, stageName }: ToolkitCardProps) {
  const t = useT();
  const tools = useOperationQuery(processContract.toolkit, { stageId }).data ?? [];
  if (tools.length === 0) return null;
  return (
    <Card title={t('deal.toolkit.title')} sub={stageName} flush>
      <ul className={styles.rows}>
        {tools.map((tool, index) => (
          // Two tools may be called the same; their place is what tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <Tool key={`${stageId} ${index}`} tool={tool} />
        ))}
      </ul>
    </Card>
  );
}

function Tool({ tool }: { readonly tool: StageTool }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(tool.body).then(
      () => showToast({ title: t('deal.toolkit.copied', { title: tool.title }) }),
      () => setOpen(true),
    );
  };
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <span className={styles.kind}>{t(`processes.toolKind.${tool.kind}`)}</span>
        {tool.kind === 'file' ? (
          <button type="button" className={styles.title} onClick={() => void openOutside(tool.documentId ?? '')}>
            {tool.title} <Icon of={ExternalLink} size={12} />
          </button>
        ) : tool.kind === 'link' ? (
          <a className={styles.title} href={tool.body} target="_blank" rel="noreferrer noopener">
            {tool.title} <Icon of={ExternalLink} size={12} />
          </a>
        ) : (
          <>
            <button type="button" className={styles.title} aria-expanded={open} onClick={() => setOpen(!open)}>
              <Icon of={open ? ChevronDown : ChevronRight} size={12} /> {tool.title}
            </button>
            {tool.body === '' ? null : (
              <IconButton
                size="small"
                icon={Copy}
                label={t('deal.toolkit.copy', { title: tool.title })}
                onClick={copy}
              />
            )}
          </>
        )}
      </div>
      {open ? <p className={styles.body}>{tool.body}</p> : null}
    </li>
  );
}
