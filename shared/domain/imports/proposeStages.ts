import { guessOutcome } from './outcomeWords.ts';

/** What the rows of a file say about one stage text. */
export interface StageLook {
  readonly text: string;
  readonly count: number;
  /** Rows of this stage by status text, when there is a status column. */
  readonly statuses: ReadonlyMap<string, number>;
}

/** Deals in which the first visit of one stage came before the first visit of the other: `before.get(a).get(b)`. */
export type StageOrder = ReadonlyMap<string, ReadonlyMap<string, number>>;

export type ProposedClass = 'verify' | 'engage' | 'propose' | 'negotiate' | 'won' | 'lost';

/** One stage of a process made from a file; fits the plan. */
export interface ProposedStage {
  readonly text: string;
  readonly name: string;
  readonly stageClass: ProposedClass;
  readonly winRateMille: number;
}

const CLASS_WORDS: readonly (readonly [ProposedClass, RegExp])[] = [
  ['negotiate', /negotia|contract|commercial|商务|谈判|合同|签约|报批|award/iu],
  ['propose', /propos|quot|value|demo|poc|solution|方案|报价|投标|演示|试用|presentation/iu],
  ['engage', /engag|develop|contact|meeting|discover|needs|交流|接触|需求|拜访|沟通/iu],
  ['verify', /verif|qualif|prospect|lead|new|appointment|验证|线索|初步|立项|确认/iu],
];
/** Product decision: the usual win rates of 验证 → 交流 → 方案 → 谈判, to be adjusted by hand. */
const CLASS_RATES: Record<ProposedClass, number> = {
  verify: 100,
  engage: 300,
  propose: 500,
  negotiate: 700,
  won: 1000,
  lost: 0,
};

/** The open stages first, in the order in which deals go through them, then the won, then the lost ones. */
export function orderStages(looks: readonly StageLook[], order: StageOrder): StageLook[] {
  const won = (look: StageLook): number => ({ won: 1, lost: 2, open: 0 })[endOf(look)];
  const ahead = (a: string, b: string): number => (order.get(a)?.get(b) ?? 0) - (order.get(b)?.get(a) ?? 0);
  const score = (look: StageLook): number =>
    looks.reduce(
      (sum, other) => sum + Math.sign(ahead(look.text, other.text)) * Number(endOf(other) === endOf(look)),
      0,
    );
  const place = new Map(looks.map((look, index) => [look.text, index]));
  return looks.toSorted(
    (a, b) =>
      won(a) - won(b) ||
      score(b) - score(a) ||
      classRank(a) - classRank(b) ||
      numberRank(a.text) - numberRank(b.text) ||
      place.get(a.text)! - place.get(b.text)!,
  );
}

/**
 * A stage for each text, classes and win rates guessed from words, statuses and place. A won and a lost stage are added
 * when no text stands for them, named by the status that ends deals so, since a process needs both.
 */
export function proposeStages(ordered: readonly StageLook[]): ProposedStage[] {
  const open = ordered.filter((look) => endOf(look) === 'open');
  const stages = ordered.map((look): ProposedStage => {
    const end = endOf(look);
    const stageClass = end === 'open' ? openClass(look, open.indexOf(look), open.length) : end;
    return { text: look.text, name: look.text, stageClass, winRateMille: CLASS_RATES[stageClass] };
  });
  const chinese = ordered.some((look) => /\p{Script=Han}/u.test(look.text));
  const rising = spreadRates(stages);
  if (!rising.some((stage) => stage.stageClass === 'won')) rising.push(extra(ordered, 'won', chinese ? '成交' : 'Won'));
  if (!rising.some((stage) => stage.stageClass === 'lost'))
    rising.push(extra(ordered, 'lost', chinese ? '输单' : 'Lost'));
  return rising;
}

function extra(looks: readonly StageLook[], end: 'won' | 'lost', fallback: string): ProposedStage {
  const statuses = [...new Set(looks.flatMap((look) => [...look.statuses.keys()]))];
  const text = statuses.find((status) => guessOutcome(status) === end) ?? '';
  return { text, name: text || fallback, stageClass: end, winRateMille: CLASS_RATES[end] };
}

/** Statuses speak first (nine of ten rows), words second. */
function endOf(look: StageLook): 'won' | 'lost' | 'open' {
  let total = 0;
  const sums = { won: 0, lost: 0 };
  for (const [status, count] of look.statuses) {
    const outcome = guessOutcome(status);
    if (outcome === null) continue;
    total += count;
    if (outcome === 'won') sums.won += count;
    if (outcome === 'lost' || outcome === 'noDecision') sums.lost += count;
  }
  if (total > 0 && sums.won / total >= 0.6) return 'won';
  if (total > 0 && sums.lost / total >= 0.6) return 'lost';
  const words = guessOutcome(look.text);
  // A status column that calls these rows open outweighs a stage called "Commit to win".
  if (total > 0 && (sums.won + sums.lost) / total < 0.1) return 'open';
  if (words === 'won') return 'won';
  return words === 'lost' || words === 'noDecision' ? 'lost' : 'open';
}

function openClass(look: StageLook, index: number, count: number): ProposedClass {
  const byWords = CLASS_WORDS.find(([, pattern]) => pattern.test(look.text));
  if (byWords) return byWords[0];
  const classes = ['verify', 'engage', 'propose', 'negotiate'] as const;
  return classes[Math.min(3, Math.floor((index * 4) / Math.max(count, 1)))]!;
}

/** Several stages of one class get rising rates between their class and the next, so that no two columns look alike. */
function spreadRates(stages: readonly ProposedStage[]): ProposedStage[] {
  let last = 0;
  return stages.map((stage) => {
    if (stage.stageClass === 'won' || stage.stageClass === 'lost') return stage;
    const winRateMille = Math.min(950, Math.max(stage.winRateMille, last === 0 ? 0 : last + 50));
    last = winRateMille;
    return { ...stage, winRateMille };
  });
}

const classRank = (look: StageLook): number => {
  const found = CLASS_WORDS.findIndex(([, pattern]) => pattern.test(look.text));
  return found < 0 ? -2 : -found;
};
const numberRank = (text: string): number => Number(/\d+/u.exec(text)?.[0] ?? Number.MAX_SAFE_INTEGER);
