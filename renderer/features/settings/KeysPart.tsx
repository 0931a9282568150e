import { useRegisteredCommands } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { KeyList } from '#renderer/ui/KeyList.tsx';

/** Every key that works everywhere; screens add their own, `?` shows them there. */
export function KeysPart() {
  const t = useT();
  return (
    <Card title={t('app.keys.title')}>
      <KeyList commands={useRegisteredCommands()} />
    </Card>
  );
}
