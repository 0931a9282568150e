import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { errorText } from '#shared/i18n/errorText.ts';
import { moveDeals } from './moveDeals.ts';
import { moveStore, type Refusal } from './moveStore.ts';
import styles from './RefusedDialog.module.css';

const close = () => moveStore.setState({ refused: null });

/** What a bulk move left where it was, each with its reason and a way to deal with it. */
export function RefusedDialog() {
  const t = useT();
  const refused = moveStore((state) => state.refused);
  const asking = moveStore((state) => state.question !== null);
  if (!refused || asking) return null;
  const { wish, answers, moved, list } = refused;
  const handle = ({ deal }: Refusal) => {
    const rest = list.filter((one) => one.deal.id !== deal.id);
    moveStore.setState({ refused: rest.length > 0 ? { wish, answers, moved, list: rest } : null });
    void moveDeals({ ...wish, deals: [deal] }, answers);
  };
  return (
    <Dialog
      open
      title={t('pipeline.refused.title', { count: list.length })}
      onClose={close}
      width={560}
      note={moved > 0 ? t('pipeline.refused.moved', { count: moved, stage: wish.to.name }) : undefined}
      actions={<Button onClick={close}>{t('app.action.close')}</Button>}
    >
      <ul className={styles.list}>
        {list.map((refusal) => (
          <li key={refusal.deal.id} className={styles.row}>
            <div className={styles.words}>
              <span className={styles.name}>{refusal.deal.name}</span>
              <span className={styles.reason}>{errorText(refusal.error, t).title}</span>
            </div>
            <Button size="small" onClick={() => handle(refusal)}>
              {t('pipeline.refused.handle')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
