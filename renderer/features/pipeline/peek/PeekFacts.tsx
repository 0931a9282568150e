import type { ReactNode } from 'react';
import { Circle, CircleCheck } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useToday } from '#renderer/platform/region.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { C139Chip } from '#renderer/ui/C139Chip.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Light } from '#renderer/ui/Light.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { StageTag } from '#renderer/ui/StageTag.tsx';
import { StallTag } from '#renderer/ui/StallTag.tsx';
import { StallText } from '#renderer/ui/StallText.tsx';
import { WinRates } from '#renderer/ui/WinRates.tsx';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { nextStepOf } from '../cardTexts.ts';
import styles from './PeekFacts.module.css';

/** What one wants to know of a deal without leaving the board: next step first, then what is missing, then the figures. */
export function PeekFacts({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const format = useFormat();
  const today = useToday();
  const { card, process, criteria, fields, counts } = page;
  const stage = process.stages.find(({ id }) => id === card.stageId);
  const next = nextStepOf(card.next, today, t, format);
  const open = criteria.filter(({ met }) => !met);
  return (
    <div className={styles.facts}>
      <p className={styles.next}>
        <Light state={next.light} silent />
        <span>{next.text}</span>
      </p>
      {fields.nextStep === '' ? null : <p className={styles.note}>{fields.nextStep}</p>}
      <div className={styles.chips}>
        {stage ? <StageTag name={stage.name} stageClass={stage.stageClass} strong /> : null}
        {card.daysOver === null ? null : <StallTag daysOver={card.daysOver} />}
        {card.c139 ? <C139Chip {...card.c139} coloured={stage?.requiresC139 ?? false} /> : null}
      </div>
      {card.stall ? (
        <p className={styles.note}>
          <StallText stall={card.stall} />
        </p>
      ) : null}
      {stage ? (
        <WinRates
          stage={card.stageWinRate}
          own={card.ownWinRate}
          model={card.modelWinRate}
          stageClass={stage.stageClass}
        />
      ) : null}
      <dl className={styles.list}>
        <Fact name={t('fields.opportunity.accountId')}>
          {card.account ? <Link to={paths.account(card.account.id)}>{card.account.name}</Link> : t('app.edit.empty')}
        </Fact>
        <Fact name={t('fields.opportunity.ownerId')}>{card.owner?.name ?? t('app.avatar.nobody')}</Fact>
        <Fact name={t('fields.opportunity.amountMinor')}>
          <Amount minor={card.amountMinor} currency={card.currency} />
        </Fact>
        <Fact name={t('fields.opportunity.expectedClose')}>
          <DateText day={card.expectedClose} />
        </Fact>
        <Fact name={t('pipeline.peek.inStage')}>
          <DateText at={card.stageEnteredAt} />
        </Fact>
        <Fact name={t('pipeline.peek.counts')}>
          {t('pipeline.peek.countsText', { people: counts.stakeholders, activities: counts.activities })}
        </Fact>
      </dl>
      {criteria.length > 0 ? (
        <section>
          <h3 className={styles.title}>
            {t('pipeline.peek.criteria', { met: criteria.length - open.length, total: criteria.length })}
          </h3>
          <ul className={styles.criteria}>
            {criteria.map((item) => (
              <li key={item.criterionId} className={item.met ? styles.met : undefined}>
                <Icon of={item.met ? CircleCheck : Circle} size={14} />
                <span>{item.text}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
