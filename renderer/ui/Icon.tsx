import type { LucideIcon } from 'lucide-react';

interface IconProps {
  readonly of: LucideIcon;
  /** 16 beside text, 14 in small controls, 12 in chips. */
  readonly size?: 12 | 14 | 16 | 20;
}

/** A line icon in our weight. Decoration only: what it stands for is said in words beside it. */
export function Icon({ of: Drawing, size = 16 }: IconProps) {
  return <Drawing size={size} strokeWidth={1.75} aria-hidden />;
}
