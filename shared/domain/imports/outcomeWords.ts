/** How a status or stage text ends a deal, as far as its words tell. */
export type OutcomeGuess = 'won' | 'lost' | 'noDecision' | 'paused' | 'open';

const WORDS: readonly (readonly [OutcomeGuess, RegExp])[] = [
  ['lost', /closed?\s*[/\\-]?\s*lost|\blost\b|\blose\b|输单|丢单|失单|流失|败单|未成交|未中标|落标/iu],
  [
    'won',
    /closed?\s*[/\\-]?\s*won|\bwon\b|\bwin\b(?!\s*plan)|赢单|成交|成单|中标|签约完成|已签约|\bsigned\b|\bcontracted\b|design win|production win/iu,
  ],
  ['noDecision', /cancell?ed|\bdeleted\b|\babandoned\b|no decision|无效|作废|取消|终止|放弃|关闭/iu],
  ['paused', /on hold|paused|suspended|暂停|搁置|挂起/iu],
  ['open', /^(open|active|in progress|pipeline|进行中|跟进中|正常)$/iu],
];

/** Reads Won, Closed/Lost, 输单, 无效 …; null when the words say nothing about an end. */
export function guessOutcome(text: string): OutcomeGuess | null {
  for (const [outcome, pattern] of WORDS) if (pattern.test(text.trim())) return outcome;
  return null;
}
