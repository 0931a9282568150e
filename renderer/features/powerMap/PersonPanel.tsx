import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { FieldList } from '#renderer/ui/FieldList.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { MultiSelect } from '#renderer/ui/MultiSelect.tsx';
import { StanceMark } from '#renderer/ui/StanceMark.tsx';
import {
  buyingRoleSchema,
  type Coverage,
  coverageSchema,
  type Stance,
  stanceSchema,
  type StakeholderNode,
} from '#shared/contract/powerMap.contract.ts';
import { introductionPath } from '#shared/domain/powerMap/introductionPath.ts';
import styles from './MapPanel.module.css';
import { personName } from './mapModel.ts';
import type { MapCommands, PowerMapAnswer } from './usePowerMap.ts';

interface PersonPanelProps {
  readonly person: StakeholderNode;
  readonly map: PowerMapAnswer;
  readonly commands: MapCommands;
  readonly onGone: () => void;
}

/** The selected person: every judgement edited where it stands, and the way to them. */
export function PersonPanel({ person, map, commands, onGone }: PersonPanelProps) {
  const t = useT();
  const save = (fields: Parameters<MapCommands['save']>[1]) => commands.save(person.id, fields);
  const roleOptions = buyingRoleSchema.options.map((role) => ({ value: role, label: t(`powerMap.role.${role}`) }));
  const rows = [
    {
      label: t('fields.stakeholder.stance'),
      value: (
        <InlineEdit
          kind="select"
          label={t('fields.stakeholder.stance')}
          value={person.stance}
          options={stanceSchema.options.map((stance) => ({ value: stance, label: t(`powerMap.stance.${stance}`) }))}
          onSave={(stance: Stance) => save({ stance })}
        />
      ),
    },
    {
      label: t('fields.stakeholder.influence'),
      value: (
        <InlineEdit
          kind="number"
          minimum={0}
          maximum={100}
          label={t('fields.stakeholder.influence')}
          value={person.influence}
          onSave={(influence: number | null) => save({ influence })}
        />
      ),
    },
    {
      label: t('fields.stakeholder.coverage'),
      value: (
        <InlineEdit
          kind="select"
          label={t('fields.stakeholder.coverage')}
          value={person.coverage}
          options={coverageSchema.options.map((value) => ({ value, label: t(`powerMap.coverage.${value}`) }))}
          onSave={(coverage: Coverage) => save({ coverage })}
        />
      ),
    },
    {
      label: t('fields.stakeholder.roles'),
      value: (
        <MultiSelect
          size="small"
          aria-label={t('fields.stakeholder.roles')}
          values={person.roles}
          options={roleOptions}
          onChange={(values) => void save({ roles: buyingRoleSchema.options.filter((role) => values.includes(role)) })}
        />
      ),
    },
    {
      label: t('fields.stakeholder.department'),
      value: (
        <InlineEdit
          kind="text"
          label={t('fields.stakeholder.department')}
          value={person.departmentShown}
          onSave={(department: string) => save({ department })}
        />
      ),
    },
    {
      label: t('fields.stakeholder.stanceDate'),
      value: (
        <InlineEdit
          kind="date"
          label={t('fields.stakeholder.stanceDate')}
          value={person.stanceDate}
          onSave={(stanceDate: StakeholderNode['stanceDate']) => save({ stanceDate })}
        />
      ),
    },
    {
      label: t('fields.stakeholder.note'),
      value: (
        <InlineEdit
          kind="longText"
          label={t('fields.stakeholder.note')}
          value={person.note}
          onSave={(note: string) => save({ note })}
        />
      ),
    },
    { label: t('powerMap.person.path'), value: <PathText person={person} map={map} /> },
  ];
  return (
    <section className={styles.section}>
      <h2 className={styles.head}>
        <StanceMark stance={person.stance} size={14} />
        {person.contact ? <Link to={paths.contact(person.contact.id)}>{person.contact.name}</Link> : person.vacantLabel}
        <span className={styles.end}>
          {person.title}
          <DeleteButton
            label={t('powerMap.remove.button', { name: personName(person) })}
            onDelete={() => {
              commands.remove(person.id);
              onGone();
            }}
          />
        </span>
      </h2>
      <FieldList rows={rows} />
    </section>
  );
}

function PathText({ person, map }: Pick<PersonPanelProps, 'person' | 'map'>) {
  const t = useT();
  const format = useFormat();
  const path = introductionPath({ people: map.stakeholders, relations: map.relations }, person.id);
  if (!path) {
    const touched = person.lastTouchAt === null ? null : format.instantDay(person.lastTouchAt);
    return <>{touched === null ? t('powerMap.person.noPath') : t('powerMap.person.lastTouch', { day: touched })}</>;
  }
  const names = path.people
    .map((id) => map.stakeholders.find((one) => one.id === id))
    .map((one) => (one ? personName(one) : ''));
  return <>{names.join(' › ')}</>;
}
