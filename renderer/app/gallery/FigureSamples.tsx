import { MapPin, Phone } from 'lucide-react';
import { useState } from 'react';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { C139Chip } from '#renderer/ui/C139Chip.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { Light } from '#renderer/ui/Light.tsx';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { Percent } from '#renderer/ui/Percent.tsx';
import { StageTag } from '#renderer/ui/StageTag.tsx';
import { StallTag } from '#renderer/ui/StallTag.tsx';
import { StanceMark } from '#renderer/ui/StanceMark.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { TimelineRow } from '#renderer/ui/TimelineRow.tsx';
import { TooFewTag } from '#renderer/ui/TooFewTag.tsx';
import { WinRates } from '#renderer/ui/WinRates.tsx';
import styles from './GalleryScreen.module.css';

const stances = ['champion', 'support', 'neutral', 'resist', 'oppose', 'unknown'] as const;
const classes = ['verify', 'engage', 'propose', 'negotiate', 'won', 'lost'] as const;
const tones = ['plain', 'outlined', 'positive', 'negative', 'warning', 'info', 'accent'] as const;
const amounts = [980_000, 85_500_00, 186_000_000, 1_860_000_000, 12_600_000_000, -186_000_000];

/** Figures, marks, rows: what a deal is drawn with. */
export function FigureSamples() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Card title="Marks" sub="StageTag StanceMark Light C139Chip Tag Avatar">
        <div className={styles.row}>
          {classes.map((stageClass) => (
            <StageTag key={stageClass} name={stageClass} stageClass={stageClass} />
          ))}
        </div>
        <div className={styles.row}>
          {stances.map((stance) => (
            <StanceMark key={stance} stance={stance} named />
          ))}
        </div>
        <div className={styles.row}>
          <Light state="planned" /> 9月21日科室需求访谈
          <Light state="today" /> 今天10:00
          <Light state="overdue" /> 逾期3天
          <Light state="none" /> 没有下一步
        </div>
        <div className={styles.row}>
          <C139Chip wins={1} firsts={3} clears={9} zone="win" coloured />
          <C139Chip wins={0} firsts={2} clears={7} zone="shaking" coloured />
          <C139Chip wins={0} firsts={1} clears={4} zone="lose" />
          <StallTag daysOver={4} />
          <StallTag daysOver={9} />
          <TooFewTag count={15} needed={30} />
        </div>
        <div className={styles.row}>
          {tones.map((tone) => (
            <Tag key={tone} tone={tone}>
              {tone}
            </Tag>
          ))}
        </div>
        <div className={styles.row}>
          <Avatar name="林悦" />
          <Avatar name="Ada Lovelace" size="large" />
          <Avatar name={null} />
        </div>
      </Card>
      <Card
        title="Figures"
        more={
          <OpenFigure onOpen={() => setOpen(!open)} open={open}>
            明细3
          </OpenFigure>
        }
      >
        <div className={styles.row}>
          {amounts.map((minor) => (
            <Amount key={minor} minor={minor} />
          ))}
        </div>
        <div className={styles.row}>
          <DateText day="2026-09-16" />
          <DateText day="2031-03-16" as="month" />
          <DateText at={1_790_000_000_000} as="full" />
          <Percent share={0.18} to={0.47} />
          <Percent share={0.612} decimals={1} />
        </div>
        <WinRates stage={0.4} own={0.6} model={0.31} stageClass="engage" />
        <WinRates stage={0.1} own={null} model={null} stageClass="verify" />
      </Card>
      <Card title="动态" more="近30天17" flush>
        <ul>
          <TimelineRow
            icon={Phone}
            when="9月15日"
            who="林悦"
            title="周建平电话：倾向三家同时入围"
            trailing="态度中立→不支持"
          />
          <TimelineRow
            icon={MapPin}
            when="9月14日"
            who="林悦"
            title="拜访影像科"
            detail="赵敏愿引荐许副院长"
            trailing="40分钟"
          />
        </ul>
      </Card>
      <Card title="Table" flush>
        <Table
          caption="样例"
          density="twoLine"
          rows={stances.map((stance, index) => ({ stance, amount: (index + 1) * 31_000_000 }))}
          rowKey={({ stance }) => stance}
          columns={[
            { key: 'stance', title: '立场', cell: renderStance },
            { key: 'amount', title: '金额', align: 'end', cell: renderAmount },
          ]}
        />
      </Card>
    </>
  );
}

const renderStance = ({ stance }: { stance: (typeof stances)[number] }) => <StanceMark stance={stance} named />;
const renderAmount = ({ amount }: { amount: number }) => <Amount minor={amount} />;
