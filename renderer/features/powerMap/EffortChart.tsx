import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { effortByDepartment } from '#shared/domain/powerMap/effortByDepartment.ts';
import styles from './EffortChart.module.css';
import panel from './MapPanel.module.css';
import type { PowerMapAnswer } from './usePowerMap.ts';

const WIDTH = 130;
const SCALE_MARGIN = 6;

/** 精力与影响力: where the decision is made (dot) against where we spend our contacts (square), per department. */
export function EffortChart({ map }: { readonly map: PowerMapAnswer }) {
  const t = useT();
  const format = useFormat();
  const rows = effortByDepartment(map.stakeholders);
  const touches = rows.reduce((sum, row) => sum + row.touches, 0);
  const largest = Math.max(0.01, ...rows.flatMap(({ influence, effort }) => [influence, effort]));
  const x = (share: number) => SCALE_MARGIN + (share / largest) * (WIDTH - 2 * SCALE_MARGIN);
  return (
    <section className={panel.section}>
      <h2 className={panel.head}>
        {t('powerMap.effort.title')}
        <span className={panel.end}>{t('powerMap.effort.touches', { count: touches })}</span>
      </h2>
      <p className={styles.legend}>
        <span className={styles.dot} /> {t('powerMap.effort.influence')}
        <span className={styles.square} /> {t('powerMap.effort.effort')}
      </p>
      <table className={styles.table}>
        <tbody>
          {rows.map(({ department, influence, effort, gap }) => (
            <tr key={department}>
              <th scope="row">{department === '' ? t('powerMap.effort.noDepartment') : department}</th>
              <td>
                <svg
                  width={WIDTH}
                  height="16"
                  role="img"
                  aria-label={t('powerMap.effort.spoken', {
                    influence: format.percent(influence),
                    effort: format.percent(effort),
                  })}
                >
                  <path d={`M0 8h${WIDTH}`} stroke="var(--border-1)" />
                  <path d={`M${x(influence)} 8H${x(effort)}`} stroke="var(--text-3)" strokeWidth="1.5" />
                  <circle cx={x(influence)} cy="8" r="4.5" fill="var(--chart-1)" />
                  <rect
                    x={x(effort) - 4}
                    y="4"
                    width="8"
                    height="8"
                    fill="var(--bg-surface)"
                    stroke="var(--chart-2)"
                    strokeWidth="2"
                  />
                </svg>
              </td>
              <td className={styles.gap}>{touches === 0 ? '' : format.change(gap * 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
