import { useEffect, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { regionStore, useToday } from '#renderer/platform/region.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { accountContract } from '#shared/contract/account.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import type { FilterName } from '../pipelineSearch.ts';
import { usePipeline } from '../usePipeline.ts';
import { closeWindows } from './closeWindows.ts';
import styles from './FilterControl.module.css';

interface FilterControlProps {
  readonly name: FilterName;
  /** The choice is made. */
  readonly onDone: () => void;
}

/** The control of one part of the filter; what is chosen goes into the address at once. */
export function FilterControl({ name, onDone }: FilterControlProps) {
  switch (name) {
    case 'ownerIds':
      return <OwnerControl />;
    case 'status':
    case 'qualification':
      return <ChoiceControl name={name} onDone={onDone} />;
    case 'amount':
      return <AmountControl />;
    case 'close':
      return <CloseControl onDone={onDone} />;
    case 'accountId':
      return <AccountControl onDone={onDone} />;
    case 'text':
    case 'source':
      return <WordsControl name={name} onDone={onDone} />;
    default:
      return null;
  }
}

function OwnerControl() {
  const t = useT();
  const { search, setSearch } = usePipeline();
  const members = useOperationQuery(settingsContract.members, {});
  const me = useWorkspace()?.me ?? null;
  const chosen = search.ownerIds ?? [];
  const set = (ids: readonly string[]) =>
    setSearch({ ownerIds: ids.length > 0 ? [...ids] : undefined }, { replace: true });
  const toggle = (id: string) => set(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const people = (members.data ?? []).filter(({ active, id }) => active || chosen.includes(id));
  return (
    <>
      {me ? (
        <div className={styles.presets}>
          <Button size="small" onClick={() => set([me.id])}>
            {t('pipeline.filter.onlyMine')}
          </Button>
        </div>
      ) : null}
      <div className={styles.checks}>
        {people.map(({ id, name }) => (
          <Checkbox key={id} checked={chosen.includes(id)} onChange={() => toggle(id)}>
            {name}
          </Checkbox>
        ))}
      </div>
    </>
  );
}

const choices = {
  status: ['open', 'paused', 'won', 'lost', 'closed', 'any'],
  qualification: ['A', 'B', 'C', 'none'],
} as const;

function ChoiceControl({ name, onDone }: { readonly name: 'status' | 'qualification'; readonly onDone: () => void }) {
  const t = useT();
  const { search, setSearch } = usePipeline();
  const label = (value: string) => {
    if (name === 'status') return t(`pipeline.filter.status_${value as (typeof choices.status)[number]}`);
    return value === 'none' ? t('pipeline.filter.levelNone') : value;
  };
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{t(`pipeline.filter.${name}`)}</legend>
      {choices[name].map((value) => (
        <label key={value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            checked={(search[name] ?? (name === 'status' ? 'open' : null)) === value}
            onChange={() => setSearch({ [name]: value === 'open' ? undefined : value })}
            onClick={(event) => {
              // A click chooses and is done; arrow keys may go on.
              if (event.detail > 0) onDone();
            }}
          />
          {label(value)}
        </label>
      ))}
    </fieldset>
  );
}

function AmountControl() {
  const t = useT();
  const { search, setSearch } = usePipeline();
  const currency = regionStore((region) => region.currency);
  return (
    <div className={styles.pair}>
      <Field label={t('pipeline.filter.from')}>
        {(control) => (
          <MoneyInput
            {...control}
            currency={currency}
            value={search.amountMin ?? null}
            onChange={(value) => setSearch({ amountMin: value ?? undefined }, { replace: true })}
          />
        )}
      </Field>
      <Field label={t('pipeline.filter.to')}>
        {(control) => (
          <MoneyInput
            {...control}
            currency={currency}
            value={search.amountMax ?? null}
            onChange={(value) => setSearch({ amountMax: value ?? undefined }, { replace: true })}
          />
        )}
      </Field>
    </div>
  );
}

function CloseControl({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const today = useToday();
  const { search, setSearch } = usePipeline();
  return (
    <>
      <div className={styles.presets}>
        {closeWindows(today).map(({ key, from, to }) => (
          <Button
            key={key}
            size="small"
            onClick={() => {
              setSearch({ closeFrom: from, closeTo: to });
              onDone();
            }}
          >
            {t(`pipeline.window.${key}`)}
          </Button>
        ))}
      </div>
      <div className={styles.pair}>
        <Field label={t('pipeline.filter.from')}>
          {(control) => (
            <DateInput
              {...control}
              value={search.closeFrom ?? null}
              onChange={(value) => setSearch({ closeFrom: value ?? undefined }, { replace: true })}
            />
          )}
        </Field>
        <Field label={t('pipeline.filter.to')}>
          {(control) => (
            <DateInput
              {...control}
              value={search.closeTo ?? null}
              onChange={(value) => setSearch({ closeTo: value ?? undefined }, { replace: true })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

function AccountControl({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const { search, setSearch } = usePipeline();
  const [text, setText] = useState('');
  const found = useOperationQuery(accountContract.suggest, { text }, { keepPrevious: true });
  return (
    <Select
      value={search.accountId ?? null}
      options={(found.data ?? []).map(({ id, name, city }) => ({ value: id, label: name, hint: city }))}
      onSearch={setText}
      onChange={(accountId) => {
        setSearch({ accountId: accountId ?? undefined });
        onDone();
      }}
      aria-label={t('pipeline.filter.accountId')}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel was opened to choose here
      autoFocus
      clearable
    />
  );
}

/** While somebody types, the board should not be asked at every letter, milliseconds. */
const PAUSE = 200;

function WordsControl({ name, onDone }: { readonly name: 'text' | 'source'; readonly onDone: () => void }) {
  const t = useT();
  const { search, setSearch } = usePipeline();
  const [typed, setTyped] = useState(search[name] ?? '');
  const current = search[name] ?? '';
  useEffect(() => {
    if (typed.trim() === current) return undefined;
    const timer = setTimeout(() => setSearch({ [name]: typed.trim() || undefined }, { replace: true }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, current, name, setSearch]);
  return (
    <TextInput
      value={typed}
      onChange={setTyped}
      aria-label={t(`pipeline.filter.${name}`)}
      placeholder={t(`pipeline.filter.placeholder_${name}`)}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel was opened to type here
      autoFocus
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone();
      }}
    />
  );
}
