import type { LocalText } from '#shared/domain/processes/processTemplate.ts';

/** Name of the locked standard template. */
export const c139TemplateName: LocalText = ['C139 标准', 'C139 standard'];

/**
 * The thirteen elements, in order; the fourteenth of the model is the coach's judgement of these. Source: C139 as published
 * (`edanyang/decision-translation` and training decks); the wording is this project's own.
 */
export const c139Elements: readonly (readonly [code: string, family: 'clear' | 'first' | 'win', name: LocalText])[] = [
  ['C1', 'clear', ['我方推进流程与关键节点', 'Our own process and nodes']],
  ['C2', 'clear', ['客户采购流程与关键节点', 'Customer’s buying process']],
  ['C3', 'clear', ['客户组织架构与共鸣点', 'Organisation and resonance']],
  ['C4', 'clear', ['本项目决策结构与倾向', 'Decision structure of this project']],
  ['C5', 'clear', ['立项缘由与各人决策点', 'Why it exists, what each decides on']],
  ['C6', 'clear', ['付款信誉与资金落实', 'Payment habits and funds']],
  ['C7', 'clear', ['各方可用资源', 'Resources of each side']],
  ['C8', 'clear', ['各方动作与优劣势', 'Moves and SWOT of each side']],
  ['C9', 'clear', ['前三位关键成功因素', 'Top three success factors']],
  ['F1', 'first', ['最高决策人与关键人认为我方最佳', 'Held as best fit']],
  ['F2', 'first', ['关键人主动帮助我们', 'Key people actively help']],
  ['F3', 'first', ['决策结构多数选择我们', 'The majority chose us']],
  ['W1', 'win', ['最高决策人选择我们', 'The top decider chose us']],
];
