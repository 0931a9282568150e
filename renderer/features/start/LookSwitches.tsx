import { Languages, Moon, Sun } from 'lucide-react';
import { useLanguage, useT } from '#renderer/platform/language.ts';
import { changePersonalSettings } from '#renderer/platform/personalSettings.ts';
import { useTheme } from '#renderer/theme/useTheme.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';

/** Language and theme, before there are settings to go to. The language is offered in its own words. */
export function LookSwitches() {
  const t = useT();
  const language = useLanguage();
  const { theme } = useTheme();
  const other = language === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <>
      <Button tone="quiet" icon={Languages} onClick={() => void changePersonalSettings({ language: other })}>
        <span lang={other}>{t(other === 'en' ? 'settings.language.en' : 'settings.language.zhCN')}</span>
      </Button>
      <IconButton
        icon={theme === 'dark' ? Sun : Moon}
        label={t(theme === 'dark' ? 'app.command.themeLight' : 'app.command.themeDark')}
        onClick={() => void changePersonalSettings({ theme: theme === 'dark' ? 'light' : 'dark' })}
      />
    </>
  );
}
