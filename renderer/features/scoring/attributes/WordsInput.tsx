import { useState } from 'react';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { splitWords } from './attributeWords.ts';

interface WordsInputProps {
  readonly words: readonly string[];
  readonly onChange: (words: string[]) => void;
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  readonly placeholder?: string;
  readonly size?: 'medium' | 'small';
}

/** Several words in one line, parted by 、 or commas: written as typed while it has the focus, tidied afterwards. */
export function WordsInput({ words, onChange, ...rest }: WordsInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...rest}
      maxLength={2000}
      value={typed ?? words.join('、')}
      onChange={(text) => {
        setTyped(text);
        onChange(splitWords(text));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
