/** What Word counts by itself is counted here: I., 1., a) as its numbering would. */
export type HeadingCounter = { next: (level: 1 | 2 | 3) => string };

export function openHeadingCounter(): HeadingCounter {
  const counts: [number, number, number] = [0, 0, 0];
  return {
    next(level) {
      counts[level - 1] = (counts[level - 1] ?? 0) + 1;
      counts.fill(0, level);
      const [part, clause, point] = counts;
      if (level === 1) return `${toRoman(part)}.`;
      return level === 2 ? `${clause}.` : `${toLetters(point)})`;
    },
  };
}

const romans: [number, string][] = [
  ...([
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as [number, string][]),
];

function toRoman(number: number): string {
  let rest = number;
  return romans
    .map(([value, letters]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return letters.repeat(times);
    })
    .join('');
}

/** As Word goes on after z: aa, bb. */
function toLetters(number: number): string {
  const at = (number - 1) % 26;
  return String.fromCharCode(97 + at).repeat(Math.floor((number - 1) / 26) + 1);
}
