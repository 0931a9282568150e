import { useId } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { AboutPart } from './AboutPart.tsx';
import { CalendarPart } from './calendar/CalendarPart.tsx';
import { GeneralPart } from './GeneralPart.tsx';
import { KeysPart } from './KeysPart.tsx';
import { NoticesPart } from './NoticesPart.tsx';
import { PartTab } from './PartTab.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { QuestionsPart } from './qualification/QuestionsPart.tsx';
import { RulesPart } from './rules/RulesPart.tsx';
import { readSettingsSearch, settingsTabs, type SettingsTab } from './settingsSearch.ts';
import { ScoringTab } from './ScoringTab.tsx';
import styles from './SettingsScreen.module.css';
import { WorkspacePart } from './WorkspacePart.tsx';

const parts: Readonly<Record<SettingsTab, () => React.JSX.Element | null>> = {
  general: GeneralPart,
  people: PeoplePart,
  notices: NoticesPart,
  rules: RulesPart,
  calendar: CalendarPart,
  processes: () => <PartTab name="settings.processes" />,
  qualification: QuestionsPart,
  scoring: ScoringTab,
  workspace: WorkspacePart,
  keys: KeysPart,
  about: AboutPart,
};

/** Language, appearance, people, workspace and backups, keys, about. */
export function SettingsScreen() {
  const t = useT();
  const panelId = useId();
  const [{ tab }, setSearch] = useSearchState(readSettingsSearch);
  const Part = parts[tab];
  return (
    <>
      <PageBar title={t('settings.page.title')} />
      <Tabs
        label={t('settings.page.title')}
        current={tab}
        panelId={panelId}
        items={settingsTabs.map((key) => ({ key, label: t(`settings.tab.${key}`) }))}
        onSelect={(next) => setSearch({ tab: next, rule: undefined, part: undefined })}
      />
      <div id={panelId} role="tabpanel" aria-label={t(`settings.tab.${tab}`)} className={styles.panel}>
        <div className={tab === 'rules' || tab === 'calendar' || tab === 'scoring' ? styles.wide : styles.column}>
          <Part />
        </div>
      </div>
    </>
  );
}
