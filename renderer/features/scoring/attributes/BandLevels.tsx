import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { ParsedInput } from '#renderer/ui/ParsedInput.tsx';
import type { AttributeBand, AttributeCriterion, AttributeProblem } from '#shared/contract/attributeRules.ts';
import { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import { parseNumber } from '#shared/domain/imports/parseAmount.ts';
import styles from './CriteriaCard.module.css';
import { LevelList } from './LevelList.tsx';
import { limitWord } from './summaryOf.ts';

type Bands = Extract<AttributeCriterion['earns'], { kind: 'bands' }>;

interface BandLevelsProps {
  readonly field: string;
  /** Words of the industries that the set is for. */
  readonly industries: readonly string[];
  readonly earns: Bands;
  readonly path: string;
  readonly problems: readonly AttributeProblem[];
  readonly onChange: (earns: Bands) => void;
}

/** Levels over numbers: points, from, to. `5000万` is read as it is meant. */
export function BandLevels({ field, industries, earns, path, problems, onChange }: BandLevelsProps) {
  const t = useT();
  const format = useFormat();
  const numbers = useOperationQuery(attributeScoreContract.values, { field, industries: [...industries], limit: 1 })
    .data?.numbers;
  const { bands } = earns;
  const set = (next: AttributeBand[]) => onChange({ ...earns, bands: next });
  const write = (value: number): string => limitWord(format, field, value);
  const limit = (index: number, side: 'from' | 'to') => {
    const band = bands[index];
    return band === undefined ? null : (
      <span className={styles.limit}>
        <ParsedInput
          size="small"
          aria-label={t(`attributes.band.${side}Of`, { place: index + 1 })}
          placeholder={t(side === 'from' ? 'attributes.band.noFrom' : 'attributes.band.noTo')}
          value={band[side]}
          read={parseNumber}
          write={write}
          onChange={(value) => set(bands.with(index, { ...band, [side]: value }))}
        />
      </span>
    );
  };
  return (
    <>
      <LevelList
        levels={bands}
        path={`${path}.bands`}
        problems={problems}
        next={() => ({ from: bands.at(-1)?.to ?? null, to: null, points: 50 })}
        onChange={set}
      >
        {(_band, index) => (
          <>
            {limit(index, 'from')}
            <span className={styles.quiet}>{t('attributes.band.to')}</span>
            {limit(index, 'to')}
            <span className={styles.quiet}>{t('attributes.band.exclusive')}</span>
          </>
        )}
      </LevelList>
      {numbers ? (
        <span className={styles.quiet}>
          {t('attributes.band.known', {
            low: write(numbers[0] ?? 0),
            quarter: write(numbers[1] ?? 0),
            half: write(numbers[2] ?? 0),
            threeQuarters: write(numbers[3] ?? 0),
            high: write(numbers[4] ?? 0),
          })}
        </span>
      ) : null}
    </>
  );
}
