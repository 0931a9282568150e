import { useT } from '#renderer/platform/language.ts';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Table, type TableColumn } from '#renderer/ui/Table.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import styles from './BehaviourRulesPart.module.css';
import { DecayCurve } from './DecayCurve.tsx';
import { kindName } from './kindName.ts';
import { figureOf, type RuleDraft, ruleFields, type RuleProblem, withFigure } from './ruleDraft.ts';

interface RuleTableProps {
  readonly rules: readonly RuleDraft[];
  readonly problems: readonly RuleProblem[];
  readonly onChange: (rules: readonly RuleDraft[]) => void;
}

interface Row {
  readonly rule: RuleDraft;
  readonly index: number;
}

/** One line per kind, every figure edited where it stands. */
export function RuleTable({ rules, problems, onChange }: RuleTableProps) {
  const t = useT();
  const replace = (index: number, rule: RuleDraft) => onChange(rules.map((known, n) => (n === index ? rule : known)));
  const called = ({ kind, name }: RuleDraft) => kindName(t, kind, name);
  const columns: TableColumn<Row>[] = [
    {
      key: 'kind',
      title: t('behaviour.rules.kind'),
      width: 168,
      cell: ({ rule, index }) => {
        const own = problems.filter((problem) => problem.index === index);
        return (
          <div className={styles.kind}>
            {rule.name === '' ? (
              <span>{called(rule)}</span>
            ) : (
              <TextInput
                size="small"
                value={rule.name}
                aria-label={t('behaviour.rules.newName')}
                maxLength={60}
                onChange={(name) => replace(index, { ...rule, name })}
              />
            )}
            {own.map(({ code }) => (
              <span key={code} className={styles.problem} role="alert">
                {t(`behaviour.problem.${code}`)}
              </span>
            ))}
          </div>
        );
      },
    },
    ...ruleFields.map(({ field, minimum, maximum, decimals, optional }): TableColumn<Row> => ({
      key: field,
      title: t(`behaviour.rules.${field}`),
      align: 'end',
      width: 84,
      cell: ({ rule, index }) => (
        <NumberInput
          size="small"
          value={figureOf(rule, field)}
          minimum={minimum}
          maximum={maximum}
          decimals={decimals}
          aria-label={t('behaviour.rules.of', { kind: called(rule), field: t(`behaviour.rules.${field}`) })}
          placeholder={optional ? t('behaviour.rules.noCap') : NO_FIGURE}
          onChange={(value) => replace(index, withFigure(rule, field, value))}
        />
      ),
    })),
    {
      key: 'curve',
      title: t('behaviour.rules.curve'),
      width: 100,
      cell: ({ rule }) => <DecayCurve halfLifeDays={rule.halfLifeDays} />,
    },
    {
      key: 'remove',
      title: t('app.action.delete'),
      hideTitle: true,
      width: 44,
      cell: ({ rule, index }) => (
        <DeleteButton
          label={t('behaviour.rules.remove', { kind: called(rule) })}
          onDelete={() => onChange(rules.filter((_, n) => n !== index))}
        />
      ),
    },
  ];
  return (
    <Table
      caption={t('behaviour.rules.title')}
      columns={columns}
      rows={rules.map((rule, index) => ({ rule, index }))}
      rowKey={({ rule, index }) => `${rule.kind} ${index}`}
    />
  );
}
