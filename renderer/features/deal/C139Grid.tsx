import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import styles from './C139Grid.module.css';
import { type CellState, cellState, type Element } from './c139Cells.ts';
import { c139Name } from './c139Names.ts';

/** The 14 cells: filled clear, empty not, hatched where the coach denies what the seller claims. */
export function C139Grid({ elements }: { readonly elements: readonly Element[] }) {
  const t = useT();
  return (
    <div className={styles.grid}>
      <div className={styles.clears}>
        {elements
          .filter(({ code }) => code.startsWith('C'))
          .map((element) => (
            <Cell key={element.code} element={element} />
          ))}
      </div>
      <div className={styles.firsts}>
        {elements
          .filter(({ code }) => !code.startsWith('C'))
          .map((element) => (
            <Cell key={element.code} element={element} named />
          ))}
      </div>
      <p className={styles.legend} aria-hidden>
        <span className={classNames(styles.key, styles.disputed)} /> {t('deal.c139.state_disputed')}
        <span className={styles.key} /> {t('deal.c139.state_open')}
      </p>
    </div>
  );
}

const classes: Record<CellState, string | undefined> = {
  clear: styles.clear,
  disputed: styles.disputed,
  open: undefined,
};

function Cell({ element, named = false }: { readonly element: Element; readonly named?: boolean }) {
  const t = useT();
  const state = cellState(element);
  const name = c139Name(t, element.code);
  return (
    <span className={classNames(styles.cell, classes[state])} data-tip={`${element.code} ${name}`}>
      {named ? `${element.code} ${t(`deal.c139.short_${element.code as 'F1' | 'F2' | 'F3' | 'W1'}`)}` : element.code}
      <VisuallyHidden>{t(`deal.c139.state_${state}`)}</VisuallyHidden>
    </span>
  );
}
