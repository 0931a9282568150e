import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { AttributeCard } from './AttributeCard.tsx';

/** The attribute score on the page of a lead. */
export function LeadAttributePart({ id }: RecordPartProps) {
  return <AttributeCard entity="lead" id={id} />;
}
