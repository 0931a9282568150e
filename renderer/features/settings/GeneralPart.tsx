import { useLanguage, useT } from '#renderer/platform/language.ts';
import { changePersonalSettings, usePersonalSettingsValue } from '#renderer/platform/personalSettings.ts';
import { useTheme } from '#renderer/theme/useTheme.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { SettingRow } from './SettingRow.tsx';

const themes = ['light', 'dark', 'system'] as const;
const rates = ['stage', 'own', 'model'] as const;

/** Language, appearance, and which win rate the expected amounts use. */
export function GeneralPart() {
  const t = useT();
  const language = useLanguage();
  const { choice } = useTheme();
  const settings = usePersonalSettingsValue();
  return (
    <Card flush>
      <SettingRow title={t('settings.language.title')} detail={t('settings.language.detail')}>
        <Segmented
          label={t('settings.language.title')}
          value={language}
          options={[
            { value: 'zh-CN', label: t('settings.language.zhCN') },
            { value: 'en', label: t('settings.language.en') },
          ]}
          onChange={(chosen) => void changePersonalSettings({ language: chosen })}
        />
      </SettingRow>
      <SettingRow title={t('settings.theme.title')} detail={t('settings.theme.detail')}>
        <Segmented
          label={t('settings.theme.title')}
          value={choice}
          options={themes.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
          onChange={(theme) => void changePersonalSettings({ theme })}
        />
      </SettingRow>
      <SettingRow title={t('settings.expected.title')} detail={t('settings.expected.detail')}>
        <Segmented
          label={t('settings.expected.title')}
          value={settings?.expectedBy ?? 'stage'}
          options={rates.map((value) => ({ value, label: t(`settings.expected.${value}`) }))}
          onChange={(expectedBy) => void changePersonalSettings({ expectedBy })}
        />
      </SettingRow>
    </Card>
  );
}
