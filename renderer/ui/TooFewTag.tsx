import { useT } from '#renderer/platform/language.ts';
import { Tag } from './Tag.tsx';

interface TooFewTagProps {
  readonly count: number;
  /** From how many on a verdict is given. */
  readonly needed: number;
}

/** Says that a sample is too small for a verdict, and by how much. */
export function TooFewTag({ count, needed }: TooFewTagProps) {
  const t = useT();
  return <Tag>{t('app.sample.tooFew', { count, needed })}</Tag>;
}
