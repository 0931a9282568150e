import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { AttributeCard } from './AttributeCard.tsx';

/** The attribute score on the page of a deal: that of its account. */
export function DealAttributePart({ id }: RecordPartProps) {
  return <AttributeCard entity="opportunity" id={id} />;
}
