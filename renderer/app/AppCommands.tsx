import { FolderOpen, Keyboard, Languages, Moon, Sun, Undo2 } from 'lucide-react';
import { Suspense, useMemo, useState } from 'react';
import { type Command, useCommands } from '#renderer/platform/commands.ts';
import { currentLanguage } from '#renderer/platform/language.ts';
import { lazyPart } from '#renderer/platform/lazyPart.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { changePersonalSettings } from '#renderer/platform/personalSettings.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { forgetUndo, undoLast } from '#renderer/platform/undo.ts';
import { themeStore } from '#renderer/theme/themeStore.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { rooms } from './rooms.ts';

const Palette = lazyPart(async () => (await import('./Palette.tsx')).Palette);
const KeysDialog = lazyPart(async () => (await import('./KeysDialog.tsx')).KeysDialog);

const goCommands: readonly Command[] = rooms.flatMap(({ path, rail }) =>
  rail
    ? [
        {
          id: `app.go.${path.slice(1)}`,
          titleKey: rail.goTitleKey,
          group: 'go' as const,
          keys: `g ${rail.goKey}`,
          icon: rail.icon,
          run: () => go(path),
        },
      ]
    : [],
);

/** The commands that work on every screen, with the palette and the sheet of keys. */
export function AppCommands() {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const close = useOperationCommand(workspaceContract.close, { onSuccess: forgetUndo });
  const commands = useMemo<readonly Command[]>(
    () => [
      ...goCommands,
      {
        id: 'app.palette',
        titleKey: 'app.command.palette',
        group: 'do',
        keys: 'mod+k',
        hidden: true,
        run: () => setOpen('palette'),
      },
      {
        id: 'app.keys',
        titleKey: 'app.command.keys',
        group: 'do',
        icon: Keyboard,
        keys: '?',
        run: () => setOpen('keys'),
      },
      {
        id: 'app.undo',
        titleKey: 'app.command.undo',
        group: 'do',
        icon: Undo2,
        keys: 'mod+z',
        run: () => void undoLast(),
      },
    ],
    [],
  );
  useCommands(commands);
  useCommands([
    {
      id: 'app.themeLight',
      titleKey: 'app.command.themeLight',
      icon: Sun,
      group: 'do',
      when: () => themeStore.getState().theme === 'dark',
      run: () => void changePersonalSettings({ theme: 'light' }),
    },
    {
      id: 'app.themeDark',
      titleKey: 'app.command.themeDark',
      icon: Moon,
      group: 'do',
      when: () => themeStore.getState().theme === 'light',
      run: () => void changePersonalSettings({ theme: 'dark' }),
    },
    {
      id: 'app.languageZh',
      titleKey: 'app.command.languageZh',
      icon: Languages,
      group: 'do',
      when: () => currentLanguage() === 'en',
      run: () => void changePersonalSettings({ language: 'zh-CN' }),
    },
    {
      id: 'app.languageEn',
      titleKey: 'app.command.languageEn',
      icon: Languages,
      group: 'do',
      when: () => currentLanguage() === 'zh-CN',
      run: () => void changePersonalSettings({ language: 'en' }),
    },
    {
      id: 'app.closeWorkspace',
      titleKey: 'app.command.closeWorkspace',
      icon: FolderOpen,
      group: 'do',
      run: () => void close.run({}).then((answer) => answer.ok && go(paths.start(), { replace: true })),
    },
  ]);
  return (
    <Suspense fallback={null}>
      {open === 'palette' ? <Palette onClose={() => setOpen(null)} /> : null}
      {open === 'keys' ? <KeysDialog onClose={() => setOpen(null)} /> : null}
    </Suspense>
  );
}
