import { Amount } from './Amount.tsx';
import { DateText } from './DateText.tsx';
import type { InlineEditor } from './InlineEditorControl.tsx';
import { Percent } from './Percent.tsx';

/** How a value is shown while nobody edits it, unless the caller shows it its own way. */
export function InlineEditValue({ editor }: { readonly editor: InlineEditor }) {
  if (editor.kind === 'money') return <Amount minor={editor.value} currency={editor.currency} />;
  if (editor.kind === 'percent') return <Percent share={editor.value} />;
  if (editor.kind === 'date') return <DateText day={editor.value} />;
  if (editor.kind === 'select') {
    return <>{editor.options.find(({ value }) => value === editor.value)?.label ?? editor.value}</>;
  }
  return <>{editor.value}</>;
}
