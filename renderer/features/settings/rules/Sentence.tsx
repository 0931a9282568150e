import { Fragment, type ReactNode } from 'react';
import styles from './RuleEditor.module.css';

interface SentenceProps {
  /** A text in which `\u0001name\u0001` stands where a control goes. */
  readonly text: string;
  readonly controls: Readonly<Record<string, ReactNode>>;
}

/** A sentence with controls at its places, in the order in which the language wants them. */
export function Sentence({ text, controls }: SentenceProps) {
  return (
    <span className={styles.sentence}>
      {text.split('\u0001').map((piece, index) =>
        index % 2 === 0 ? (
          // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text never change places
          <Fragment key={index}>{piece.trim() === '' ? null : <span>{piece}</span>}</Fragment>
        ) : (
          <Fragment key={piece}>{controls[piece] ?? null}</Fragment>
        ),
      )}
    </span>
  );
}
