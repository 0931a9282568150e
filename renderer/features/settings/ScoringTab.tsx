import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { partOf } from '#renderer/platform/parts.ts';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { PartTab } from './PartTab.tsx';
import { readSettingsSearch, scoringParts } from './settingsSearch.ts';
import styles from './ScoringTab.module.css';

/** 评分: the model cards, the attribute rules and the behaviour rules, each filled by a feature (`settings.scoring.<part>`). */
export function ScoringTab() {
  const t = useT();
  const [{ part }, setSearch] = useSearchState(readSettingsSearch);
  const there = scoringParts.filter((name) => partOf(`settings.scoring.${name}`) !== null);
  const shown = there.find((name) => name === part) ?? there[0];
  if (shown === undefined) return null;
  return (
    <>
      <div className={styles.choice}>
        <Segmented
          label={t('settings.scoring.choice')}
          value={shown}
          options={there.map((value) => ({ value, label: t(`settings.scoring.${value}`) }))}
          onChange={(next) => setSearch({ part: next })}
        />
      </div>
      <PartTab key={shown} name={`settings.scoring.${shown}`} />
    </>
  );
}
