import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { AttributeProblem } from '#shared/contract/attributeRules.ts';
import { problemWord } from './attributeWords.ts';
import styles from './ProblemLines.module.css';

interface ProblemLinesProps {
  readonly problems: readonly AttributeProblem[];
  /** Places: exactly these, or with `below` everything under them too. */
  readonly at: readonly string[];
  readonly below?: boolean;
}

/** What is wrong at a place, in words; an error first. */
export function ProblemLines({ problems, at, below = false }: ProblemLinesProps) {
  const t = useT();
  const own = problems.filter(({ path }) =>
    at.some((place) => path === place || (below || place === 'industries' ? path.startsWith(`${place}.`) : false)),
  );
  if (own.length === 0) return null;
  return (
    <ul className={styles.lines}>
      {own.map((problem) => (
        <li key={`${problem.code} ${problem.path} ${problem.about}`} className={styles[problem.severity]}>
          <Icon of={problem.severity === 'error' ? CircleAlert : TriangleAlert} size={12} />
          {problemWord(t, problem)}
        </li>
      ))}
    </ul>
  );
}
