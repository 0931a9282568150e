import type { Translation } from '../catalogue.ts';
import type { risks as source } from '../zhCN/risks.ts';

export const risks = {
  'risks.card.title': 'Risks',
  'risks.card.none': 'No open risk',
  'risks.card.show': 'Show {{count}} cleared',
  'risks.card.hide': 'Hide {{count}} cleared',
  'risks.chip.count_one': '{{count}} risk',
  'risks.chip.count': '{{count}} risks',
  'risks.raise.title': 'Raise a risk',
  'risks.raise.button': 'Raise a risk',
  'risks.raise.text': 'What is the risk',
  'risks.raise.hint': 'For example: the budget line is not fixed',
  'risks.raise.done': 'Risk raised',
  'risks.clear.button': 'Clear',
  'risks.clear.this': 'Clear the risk: {{risk}}',
  'risks.clear.note': 'Why it is no risk any more',
  'risks.clear.done': 'Risk cleared',
  'risks.row.byRule': 'rule “{{rule}}”',
  'risks.row.cleared': '; cleared {{when}} by {{who}}: {{note}}',
} as const satisfies Translation<typeof source>;
