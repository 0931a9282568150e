import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Select, type SelectOption } from '#renderer/ui/Select.tsx';
import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import { powerMapContract } from '#shared/contract/powerMap.contract.ts';
import styles from './GateDialog.module.css';
import type { GateEntry, RoleHolder } from './gateEntries.ts';

interface RoleProofProps {
  readonly item: GateItem;
  readonly dealId: string;
  readonly onEntry: (entry: GateEntry) => void;
}

type Coverage = RoleHolder['coverage'];
const depths: readonly Coverage[] = ['brief', 'multiple', 'deep'];
/** Value of the option that makes what was typed a new person. */
const NEW = 'new';

/** Who holds the role and how well they are covered: somebody of the map or the account, or a new person. */
export function RoleProof({ item, dealId, onEntry }: RoleProofProps) {
  const t = useT();
  const role = item.needs.role ?? 'decider';
  const least = depths.find((depth) => depth === item.needs.coverage) ?? 'brief';
  const map = useOperationQuery(powerMapContract.get, { opportunityId: dealId });
  const [text, setText] = useState('');
  const [person, setPerson] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [coverage, setCoverage] = useState<Coverage>(least);
  // Whoever is known to hold the role comes first; often only the coverage has to be said.
  const known = (map.data?.stakeholders ?? []).toSorted(
    (one, other) => Number(other.roles.includes(role)) - Number(one.roles.includes(role)),
  );
  const people: SelectOption[] = [
    ...known.flatMap(({ contact, title, roles }) =>
      contact
        ? [{ value: contact.id, label: contact.name, hint: roles.includes(role) ? t(`powerMap.role.${role}`) : title }]
        : [],
    ),
    ...(map.data?.candidates ?? []).map(({ id, name, title }) => ({ value: id, label: name, hint: title })),
  ];
  const typed = text.trim();
  const options = people.filter(({ label, hint }) => `${label} ${hint ?? ''}`.includes(typed));
  if (typed !== '' && !people.some(({ label }) => label === typed))
    options.push({ value: NEW, label: typed, hint: t('pipeline.gate.newPerson') });
  if (person?.id === NEW && !options.some(({ value }) => value === NEW))
    options.push({ value: NEW, label: person.name, hint: t('pipeline.gate.newPerson') });
  const give = (who: typeof person, depth: Coverage) => {
    setPerson(who);
    setCoverage(depth);
    const holder = who && {
      role,
      coverage: depth,
      who: who.id === NEW ? { newPerson: { name: who.name } } : { contactId: who.id },
    };
    onEntry({ type: 'role', holder });
  };
  return (
    <div className={styles.beside}>
      <span className={styles.person}>
        <Select
          size="small"
          clearable
          aria-label={t('pipeline.gate.whoHolds', { role: t(`powerMap.role.${role}`) })}
          placeholder={t('pipeline.gate.whoHolds', { role: t(`powerMap.role.${role}`) })}
          value={person?.id ?? null}
          options={options}
          onSearch={setText}
          loading={map.isPending}
          onChange={(value) => {
            const option = options.find((one) => one.value === value);
            give(option ? { id: option.value, name: option.label } : null, coverage);
          }}
        />
      </span>
      <Segmented
        size="small"
        label={t('powerMap.legend.coverage')}
        value={coverage}
        options={depths
          .slice(depths.indexOf(least))
          .map((value) => ({ value, label: t(`powerMap.coverage.${value}`) }))}
        onChange={(depth) => give(person, depth)}
      />
    </div>
  );
}
