import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { isIsoDate } from '#shared/lib/time.ts';
import { parseMoney } from '#shared/i18n/parseMoney.ts';
import { DateInput } from './DateInput.tsx';
import { parseNumber } from './parseNumber.ts';
import { Select, type SelectOption } from './Select.tsx';
import { TextArea } from './TextArea.tsx';
import { TextInput } from './TextInput.tsx';
import { writeMoney } from './writeMoney.ts';

export type InlineValue = string | number | null;

/** What is edited and how. */
export type InlineEditor =
  | { readonly kind: 'text' | 'longText'; readonly value: string; readonly required?: boolean }
  | { readonly kind: 'number'; readonly value: number | null; readonly minimum?: number; readonly maximum?: number }
  /** A share 0..1, typed as percent. */
  | { readonly kind: 'percent'; readonly value: number | null }
  | { readonly kind: 'money'; readonly value: number | null; readonly currency: string }
  | { readonly kind: 'date'; readonly value: string | null }
  | {
      readonly kind: 'select';
      readonly value: string | null;
      readonly options: readonly SelectOption[];
      readonly clearable?: boolean;
      readonly onSearch?: (text: string) => void;
    };

interface InlineEditorControlProps {
  readonly editor: InlineEditor;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly disabled: boolean;
  readonly onProblem: (problem: string | null) => void;
  /** `refocus`: the person ended with the keyboard, so the focus returns to the value. */
  readonly onDone: (value: InlineValue, refocus: boolean) => void;
}

/** The control of `InlineEdit`, one for each kind of value. */
export function InlineEditorControl(props: InlineEditorControlProps) {
  const { editor, label, onDone } = props;
  if (editor.kind === 'select') {
    return (
      <Select
        aria-label={label}
        size="small"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- editing began because the person asked for it
        autoFocus
        defaultOpen
        value={editor.value}
        options={editor.options}
        clearable={editor.clearable ?? false}
        disabled={props.disabled}
        {...(editor.onSearch ? { onSearch: editor.onSearch } : {})}
        onChange={(value) => onDone(value, true)}
        onBlur={() => onDone(editor.value, false)}
      />
    );
  }
  if (editor.kind === 'date') return <DateEditor {...props} value={editor.value} />;
  return <TypedEditor {...props} editor={editor} />;
}

type TypedKind = Exclude<InlineEditor, { kind: 'select' | 'date' }>;

function TypedEditor({
  editor,
  label,
  describedBy,
  disabled,
  onProblem,
  onDone,
}: InlineEditorControlProps & { editor: TypedKind }) {
  const t = useT();
  const format = useFormat();
  const [text, setText] = useState(() => {
    if (editor.value === null) return '';
    if (editor.kind === 'money') return writeMoney(editor.value, editor.currency, format);
    if (editor.kind === 'percent') return String(Number((editor.value * 100).toFixed(2)));
    return String(editor.value);
  });
  const finish = (refocus: boolean) => {
    const reading = read(editor, text);
    if ('problem' in reading) onProblem(t(reading.problem));
    else onDone(reading.value, refocus);
  };
  const shared = {
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': describedBy ? (true as const) : undefined,
    value: text,
    disabled,
    // Editing began because the person asked for it: the focus belongs here.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    autoFocus: true,
    onChange: (next: string) => {
      setText(next);
      onProblem(null);
    },
    onBlur: () => finish(false),
  };
  if (editor.kind === 'longText') {
    return (
      <TextArea
        {...shared}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(true);
        }}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      size="small"
      onFocus={(event) => event.target.select()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish(true);
      }}
    />
  );
}

type Problem = 'app.edit.notMoney' | 'app.edit.notNumber' | 'app.field.required';

function read(editor: TypedKind, text: string): { readonly value: InlineValue } | { readonly problem: Problem } {
  const trimmed = text.trim();
  if (editor.kind === 'text' || editor.kind === 'longText') {
    return editor.required && trimmed === '' ? { problem: 'app.field.required' } : { value: trimmed };
  }
  if (trimmed === '') return { value: null };
  if (editor.kind === 'money') {
    const amount = parseMoney(trimmed, editor.currency);
    return amount === null ? { problem: 'app.edit.notMoney' } : { value: amount };
  }
  const number = parseNumber(trimmed);
  if (editor.kind === 'percent') {
    return number === null || number < 0 || number > 100 ? { problem: 'app.edit.notNumber' } : { value: number / 100 };
  }
  const { minimum = -Infinity, maximum = Infinity } = editor as Extract<TypedKind, { kind: 'number' }>;
  return number === null || number < minimum || number > maximum
    ? { problem: 'app.edit.notNumber' }
    : { value: number };
}

function DateEditor({ value, label, disabled, onDone }: InlineEditorControlProps & { readonly value: string | null }) {
  return (
    <DateInput
      aria-label={label}
      size="small"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- editing began because the person asked for it
      autoFocus
      defaultOpen
      value={value}
      disabled={disabled}
      onChange={(day) => onDone(day !== null && isIsoDate(day) ? day : null, true)}
      onBlur={() => onDone(value, false)}
    />
  );
}
