// A list of suggestions below a text field has no tag of its own: roles as in the ARIA combobox pattern.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role */
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import type { FieldControl } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { accountContract } from '#shared/contract/account.contract.ts';
import styles from './AccountCombobox.module.css';
import type { AccountChoice } from './accountChoice.ts';

interface AccountComboboxProps {
  readonly control: FieldControl;
  /** Called with every change: the text alone is a choice, too, of an account to be made. */
  readonly onChoose: (account: AccountChoice | null) => void;
}

interface Option {
  readonly id: string | null;
  readonly name: string;
  readonly hint: string;
}

/** An account by typing: known ones are suggested, a new name is taken as it is. */
export function AccountCombobox({ control, onChoose }: AccountComboboxProps) {
  const t = useT();
  const listId = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const asked = text.trim();
  const found = useOperationQuery(accountContract.suggest, { text: asked, limit: 6 }, { keepPrevious: true });
  const options = optionsOf(found.data ?? [], asked, t('pipeline.add.newAccount'));
  // A suggestion is offered first only where it begins or goes on as typed: a new name must not turn into another's.
  const fitting = options.findIndex(({ name }) => name.includes(asked));
  const active = options[Math.min(at ?? Math.max(fitting, 0), options.length - 1)];
  const type = (next: string) => {
    setText(next);
    setOpen(true);
    setAt(null);
    const name = next.trim();
    const same = found.data?.find((account) => account.name === name);
    onChoose(name === '' ? null : { id: same?.id ?? null, name });
  };
  const choose = (option: Option) => {
    setText(option.name);
    setOpen(false);
    onChoose({ id: option.id, name: option.name });
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const from = active ? options.indexOf(active) : -1;
      setAt((from + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % Math.max(options.length, 1));
    } else if (event.key === 'Enter' && open && active && asked !== '' && active.name !== text) {
      // Enter takes the suggestion first; a second Enter adds the deal.
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const shown = open && options.length > 0;
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0, width: 0 });
  // The dialog scrolls its content; the list must reach over its edge.
  useLayoutEffect(() => {
    const field = shown ? box.current?.getBoundingClientRect() : undefined;
    if (field) setPlace({ left: field.left, top: field.bottom + 4, width: field.width });
  }, [shown]);
  return (
    <div ref={box} className={styles.combobox}>
      <TextInput
        {...control}
        value={text}
        onChange={type}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={keyDown}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && active ? `${listId}-${options.indexOf(active)}` : undefined}
        placeholder={t('pipeline.add.accountPlaceholder')}
        maxLength={200}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={t('pipeline.add.account')}
        className={styles.list}
        style={place}
        hidden={!shown}
      >
        {options.map((option, index) => (
          // Keys are handled by the text field, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={option.id ?? 'new'}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={option === active}
            className={classNames(styles.option, option === active && styles.active)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            <span className={styles.name}>{option.name}</span>
            <span className={styles.hint}>{option.hint}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function optionsOf(
  found: readonly { readonly id: string; readonly name: string; readonly city: string }[],
  typed: string,
  newHint: string,
): readonly Option[] {
  const known = found.map(({ id, name, city }) => ({ id, name, hint: city }));
  if (typed === '' || known.some(({ name }) => name === typed)) return known;
  return [...known, { id: null, name: typed, hint: newHint }];
}
