import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { AttributeCard } from './AttributeCard.tsx';

/** The attribute score on the page of an account. */
export function AccountAttributePart({ id }: RecordPartProps) {
  return <AttributeCard entity="account" id={id} />;
}
