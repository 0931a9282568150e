import { useT } from '#renderer/platform/language.ts';
import { currentPlatform } from '#renderer/platform/platform.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { SettingRow } from './SettingRow.tsx';

/** Which program this is and where it keeps its things. */
export function AboutPart() {
  const t = useT();
  const { data } = useOperationQuery(workspaceContract.status, {});
  return (
    <Card flush>
      <SettingRow title={t('app.name.short')} detail={t('settings.about.privacy')}>
        {null}
      </SettingRow>
      <SettingRow title={t('settings.about.version')}>{data?.version}</SettingRow>
      <SettingRow title={t('settings.about.shell')}>
        {t(currentPlatform().kind === 'electron' ? 'settings.about.electron' : 'settings.about.browser')}
      </SettingRow>
      <SettingRow title={t('settings.about.folder')}>{data?.userDataFolder}</SettingRow>
    </Card>
  );
}
