import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import styles from './BoardSkeleton.module.css';
import { CARD_HEIGHT } from './DealCardView.tsx';

/** The board to come: as many columns as it will have, with cards of their height. */
export function BoardSkeleton({ columns }: { readonly columns: number }) {
  return (
    <div className={styles.board} style={{ gridTemplateColumns: `repeat(${columns}, minmax(224px, 1fr))` }}>
      {Array.from({ length: columns }, (_, column) => (
        <div key={column} className={styles.column}>
          <Skeleton rows={4} height={CARD_HEIGHT} gap={7} />
        </div>
      ))}
    </div>
  );
}
