import { useT } from '#renderer/platform/language.ts';
import { PageBar } from '#renderer/ui/PageBar.tsx';

/** Language, appearance, people, workspace and backups, keys, about. */
export function SettingsScreen() {
  const t = useT();
  return <PageBar title={t('settings.page.title')} />;
}
