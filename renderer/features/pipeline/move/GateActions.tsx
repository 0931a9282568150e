import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ClosingDraft } from './closingDraft.ts';

interface GateActionsProps {
  /** Criteria that nothing was given for. */
  readonly left: number;
  /** One of them blocks: no reason helps. */
  readonly blocked: boolean;
  readonly canGo: boolean;
  readonly offersReason: boolean;
  readonly closing: ClosingDraft | null;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onGo: (withReason: boolean) => void;
}

/** 取消, 带理由推进 where a reason may replace the proof, 推进. */
export function GateActions({ left, blocked, canGo, offersReason, closing, busy, onCancel, onGo }: GateActionsProps) {
  const t = useT();
  return (
    <>
      <Button onClick={onCancel}>{t('app.action.cancel')}</Button>
      {offersReason ? (
        <Button disabled={blocked || left === 0} busy={busy && left > 0} onClick={() => onGo(true)}>
          {t('pipeline.gate.withReason')}
        </Button>
      ) : null}
      <Button tone="primary" disabled={!canGo} busy={busy} onClick={() => onGo(false)}>
        {t(closing === null ? 'pipeline.gate.go' : `pipeline.closing.confirm_${closing.outcome}`)}
      </Button>
    </>
  );
}
