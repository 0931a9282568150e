import { Kanban } from 'lucide-react';
import { showFailure } from '#renderer/platform/failure.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import styles from './GalleryScreen.module.css';

const stop = () => undefined;

/** What shows while there is nothing, not yet, or not at all. */
export function StateSamples() {
  return (
    <>
      <Card title="Toast">
        <div className={styles.row}>
          <Button
            onClick={() =>
              showToast({
                title: '已移动“3.0T磁共振采购”',
                seconds: 600,
                replaces: 'undo',
                action: { label: '撤销', keys: 'mod+z', run: stop },
              })
            }
          >
            Undo
          </Button>
          <Button onClick={() => showFailure({ type: 'internal', reference: 'K-7F3A' } as never)}>Error</Button>
        </div>
      </Card>
      <Card title="Progress">
        <div className={styles.stack}>
          <Progress label="正在准备示例" done={1280} total={3000} onCancel={stop} />
          <Progress label="正在准备示例" done={0} total={null} />
        </div>
      </Card>
      <Card title="Skeleton">
        <Skeleton rows={3} />
      </Card>
      <Card>
        <EmptyState icon={Kanban} title="还没有商机" detail="写下名称和客户就可以，其他的以后再补。">
          <Button tone="primary">新建商机</Button>
        </EmptyState>
      </Card>
      <Card>
        <ErrorState failure={{ type: 'storage', code: 'ENOSPC' } as never} onRetry={stop} />
      </Card>
    </>
  );
}
