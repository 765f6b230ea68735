import { diffWords } from 'diff';
import { useMemo } from 'react';

type Props = { before: string; after: string; names?: readonly [before: string, after: string] };

/** The two wordings of one field, what only one of them has marked in each. Vietnamese syllables count as words. */
export function WordDiff({ before, after, names = ['Đang dùng', 'Bản so sánh'] }: Props) {
  const parts = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <div className="diff">
      <Side name={names[0]} text={before}>
        {parts
          .filter(({ added }) => !added)
          .map(({ value, removed }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence never move
            <span key={at}>{removed ? <del>{value}</del> : value}</span>
          ))}
      </Side>
      <Side name={names[1]} text={after}>
        {parts
          .filter(({ removed }) => !removed)
          .map(({ value, added }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence never move
            <span key={at}>{added ? <ins>{value}</ins> : value}</span>
          ))}
      </Side>
    </div>
  );
}

const Side = ({ name, text, children }: { name: string; text: string; children: React.ReactNode }) => (
  <div className="diff-side">
    <span className="diff-name">{name}: </span>
    {text === '' ? <span className="muted">không nêu</span> : children}
  </div>
);
