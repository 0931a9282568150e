import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { forgetUndo } from '#renderer/platform/undo.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { BackupsCard } from './BackupsCard.tsx';
import { LeadHoldingRow } from './LeadHoldingRow.tsx';
import { SettingRow } from './SettingRow.tsx';

/** What this workspace is, its backups, and the way to another one. */
export function WorkspacePart() {
  const t = useT();
  const format = useFormat();
  const workspace = useWorkspace();
  const rename = useOperationCommand(workspaceContract.rename, { handles: true });
  const close = useOperationCommand(workspaceContract.close, { onSuccess: forgetUndo });
  const contents = useOperationQuery(workspaceContract.contents, {}).data;
  if (!workspace) return null;
  return (
    <>
      <Card flush>
        <SettingRow title={t('settings.workspace.name')}>
          <InlineEdit
            kind="text"
            required
            label={t('settings.workspace.name')}
            value={workspace.name}
            onSave={(name: string) => rename.run({ name })}
          />
        </SettingRow>
        <SettingRow title={t('settings.workspace.contents')}>
          {contents
            ? t('settings.workspace.contentsText', {
                opportunities: format.number(contents.opportunities),
                accounts: format.number(contents.accounts),
                activities: format.number(contents.activities),
              })
            : null}
        </SettingRow>
        <SettingRow title={t('settings.workspace.file')}>{workspace.path}</SettingRow>
        <SettingRow title={t('settings.workspace.currency')}>{workspace.currency}</SettingRow>
        <SettingRow title={t('settings.workspace.timeZone')}>{workspace.timeZone}</SettingRow>
        <LeadHoldingRow />
        <SettingRow title={t('settings.workspace.created')}>
          <DateText at={workspace.createdAt} />
        </SettingRow>
        <SettingRow title={t('settings.workspace.switch')}>
          <Button
            size="small"
            busy={close.pending}
            onClick={() => void close.run({}).then((answer) => answer.ok && go(paths.start(), { replace: true }))}
          >
            {t('settings.workspace.switch')}
          </Button>
        </SettingRow>
      </Card>
      <BackupsCard path={workspace.path} />
    </>
  );
}
