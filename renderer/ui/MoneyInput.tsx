import { useFormat } from '#renderer/platform/format.ts';
import { parseMoney } from '#shared/i18n/parseMoney.ts';
import { ParsedInput, type ParsedInputProps } from './ParsedInput.tsx';
import { writeMoney } from './writeMoney.ts';

interface MoneyInputProps extends ParsedInputProps {
  readonly currency: string;
}

/** An amount in minor units, typed as people say it: `186万`, `1.26亿`, `18.6M`, `1860000`. */
export function MoneyInput({ currency, ...rest }: MoneyInputProps) {
  const format = useFormat();
  return (
    <ParsedInput
      {...rest}
      inputMode="text"
      read={(text) => parseMoney(text, currency)}
      write={(amount) => writeMoney(amount, currency, format)}
    />
  );
}
