import { ParsedInput, type ParsedInputProps } from './ParsedInput.tsx';
import { parseNumber } from './parseNumber.ts';

interface NumberInputProps extends ParsedInputProps {
  readonly minimum?: number;
  readonly maximum?: number;
  /** Digits kept behind the point. */
  readonly decimals?: number;
}

/** A number typed as text; out of range counts as unreadable. */
export function NumberInput({ minimum = -Infinity, maximum = Infinity, decimals = 0, ...rest }: NumberInputProps) {
  const read = (text: string) => {
    const value = parseNumber(text);
    if (value === null || value < minimum || value > maximum) return null;
    return Number(value.toFixed(decimals));
  };
  return <ParsedInput {...rest} read={read} write={String} />;
}
