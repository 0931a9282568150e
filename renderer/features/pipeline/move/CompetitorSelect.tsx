import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import type { FieldControl } from '#renderer/ui/Field.tsx';
import { Select, type SelectOption } from '#renderer/ui/Select.tsx';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import type { ClosingDraft } from './closingDraft.ts';

type Competitor = ClosingDraft['competitor'];

interface CompetitorSelectProps {
  readonly control: FieldControl;
  readonly value: Competitor;
  readonly onChange: (competitor: Competitor) => void;
}

/** Value of the option that makes what was typed a new rival. */
const NEW = 'new';

/** A rival by typing: known ones are suggested, a new name is taken as it is. */
export function CompetitorSelect({ control, value, onChange }: CompetitorSelectProps) {
  const t = useT();
  const [text, setText] = useState('');
  const found = useOperationQuery(pipelineContract.competitors, { text: text.trim() }, { keepPrevious: true });
  const typed = text.trim();
  const known = found.data ?? [];
  const options: SelectOption[] = known.map(({ id, name, deals }) => ({
    value: id,
    label: name,
    hint: deals > 0 ? t('pipeline.competitor.deals', { count: deals }) : '',
  }));
  if (typed !== '' && !known.some(({ name }) => name === typed))
    options.push({ value: NEW, label: typed, hint: t('pipeline.competitor.add') });
  const shown = value === null ? null : (value.id ?? NEW);
  if (value !== null && !options.some((option) => option.value === shown))
    options.push({ value: shown ?? NEW, label: value.name });
  return (
    <Select
      {...control}
      clearable
      value={shown}
      options={options}
      placeholder={t('pipeline.competitor.placeholder')}
      onSearch={setText}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        onChange(option ? { id: option.value === NEW ? null : option.value, name: option.label } : null);
      }}
    />
  );
}
