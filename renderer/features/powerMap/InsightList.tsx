import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { type Format, useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { regionStore } from '#renderer/platform/region.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import type { Insight } from '#shared/domain/powerMap/insight.ts';
import { insights } from '#shared/domain/powerMap/insights.ts';
import { isoDate } from '#shared/lib/time.ts';
import styles from './InsightList.module.css';
import panel from './MapPanel.module.css';
import { personName } from './mapModel.ts';
import type { PowerMapAnswer } from './usePowerMap.ts';

interface InsightListProps {
  readonly map: PowerMapAnswer;
  readonly onSelect: (ids: readonly string[]) => void;
}

const icons: Record<Insight['severity'], LucideIcon> = { urgent: TriangleAlert, warning: CircleAlert, notice: Info };

/** What the map gives reason to say, most severe first; a click shows the people it rests on. */
export function InsightList({ map, onSelect }: InsightListProps) {
  const t = useT();
  const format = useFormat();
  const today = regionStore((region) => region.today);
  const deal = useOperationQuery(opportunityContract.page, { id: map.opportunity.id });
  const stage = deal.data?.process.stages.find(({ id }) => id === deal.data.card.stageId);
  const found = insights({
    map: { people: map.stakeholders, relations: map.relations },
    stageClass: stage?.stageClass ?? 'verify',
    today: isoDate(today),
  });
  // A single thread hangs on its first person; the others are those who would be cut off.
  const names = ({ code, people }: Insight) => {
    const meant = code === 'singleThread' ? people.slice(0, 1) : people;
    return format.list(map.stakeholders.filter(({ id }) => meant.includes(id)).map(personName));
  };
  return (
    <section className={panel.section}>
      <h2 className={panel.head}>{t('powerMap.insight.title')}</h2>
      {found.length === 0 ? <p className={styles.none}>{t('powerMap.insight.none')}</p> : null}
      <ul className={styles.list}>
        {found.map((insight) => (
          <li key={`${insight.code} ${insight.people.join(' ')}`}>
            <button
              type="button"
              className={styles.insight}
              data-severity={insight.severity}
              onClick={() => onSelect([...insight.people, ...insight.relations])}
            >
              <Icon of={icons[insight.severity]} />
              <span>
                <b>{t(`powerMap.insight.${insight.code}`)}</b>
                <span className={styles.detail}>
                  {t(`powerMap.insightDetail.${insight.code}`, detailValues(insight, names(insight), format))}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every text takes what it needs of these. */
function detailValues({ params }: Insight, names: string, format: Format) {
  const share = (value: string | number | undefined) => format.percent(Number(value ?? 0));
  return {
    names,
    influence: share(params['influence']),
    effort: share(params['effort']),
    department: String(params['department'] ?? ''),
    days: String(params['days'] ?? ''),
    supporters: String(params['supporters'] ?? ''),
    opponents: String(params['opponents'] ?? ''),
  };
}
