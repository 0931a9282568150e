import { useT } from '#renderer/platform/language.ts';
import type { Stall } from '#shared/contract/pipeline.contract.ts';

/** Why a deal stands still, as its owner said: the sentence where there is one, with its kind. */
export function StallText({ stall }: { readonly stall: Stall }) {
  const t = useT();
  const reason = t(`notices.stallCode.${stall.code}`);
  if (stall.note === '') return <>{reason}</>;
  return <>{stall.code === 'other' ? stall.note : t('notices.stall.shown', { reason, note: stall.note })}</>;
}
