import { normalCdf } from '../distribution.ts';

/** How an answer is given: yes or no (1, 0), a scale of four or five steps, how many times (0–10), points (0–10). */
export type AnswerKind = 'yes' | 'four' | 'five' | 'count' | 'ten';

/**
 * A question of a synthetic survey. Everybody has a leaning: the mean of their place plus their own deviation, together
 * normal with variance 1 within the place. The answer is `lowest` plus the number of `cuts` below the leaning, so its
 * mean over a place is known exactly.
 */
export type Question = {
  name: string;
  label: string;
  kind: AnswerKind;
  lowest: number;
  cuts: readonly number[];
  /** Questions of one topic lean together, in places and in people. */
  topic: number;
  /** Only who answered 1 to this question is asked. */
  askedAfter: string | null;
  /** Shares of "không biết" (88) and "từ chối trả lời" (99) among those asked. */
  unknown: number;
  refused: number;
};

/** What a place's mean leaning is off by, as standard deviations; within a place people differ by 1. */
export const placeSpread = { province: 0.35, district: 0.2, commune: 0.12, village: 0.2 } as const;

/** The mean answer of a place whose mean leaning is `mean`: lowest + Σ Φ(mean − cut). */
export function expectedAnswer({ lowest, cuts }: Pick<Question, 'lowest' | 'cuts'>, mean: number): number {
  let sum = lowest;
  for (const cut of cuts) sum += normalCdf(mean - cut);
  return sum;
}

/** The answer of one person with a leaning. */
export function answerOf({ lowest, cuts }: Pick<Question, 'lowest' | 'cuts'>, leaning: number): number {
  let answer = lowest;
  for (const cut of cuts) if (leaning > cut) answer++;
  return answer;
}

const kinds: readonly AnswerKind[] = ['yes', 'four', 'five', 'yes', 'ten', 'count', 'five', 'yes', 'four', 'yes'];
const lowest: Readonly<Record<AnswerKind, number>> = { yes: 0, four: 1, five: 1, count: 0, ten: 0 };

/** Where the cuts stand: by them a share of yes is between some 5 and 90 in a hundred, and counts are mostly small. */
function cutsOf(kind: AnswerKind, shift: number): number[] {
  const steps = (count: number, from: number, by: number) =>
    Array.from({ length: count }, (_, step) => from + by * step + shift);
  if (kind === 'yes') return steps(1, 0.1, 0);
  if (kind === 'four') return steps(3, -1.1, 0.9);
  if (kind === 'five') return steps(4, -1.5, 0.8);
  return kind === 'count' ? steps(10, 0.2, 0.35) : steps(10, -2, 0.35);
}

const asked: Readonly<Record<AnswerKind, string>> = {
  yes: 'Ông/bà có biết hoặc đã từng',
  four: 'Mức đồng ý với nhận định',
  five: 'Mức hài lòng về nội dung',
  count: 'Số lần trong 12 tháng qua về việc',
  ten: 'Điểm cho nội dung',
};

/**
 * The questions of a synthetic survey, q001 …: ten kinds in turn, eight topics. Every twelfth is asked only of those who
 * answered yes to the yes-or-no question before it; every fifth knows "không biết", every seventh "từ chối trả lời".
 */
export function makeQuestions(count: number): Question[] {
  const made: Question[] = [];
  let lastYes: string | null = null;
  for (let at = 0; at < count; at++) {
    const kind = kinds[at % kinds.length] ?? 'yes';
    const name = `q${String(at + 1).padStart(3, '0')}`;
    // Golden-section steps spread the shifts evenly over −1.2 … 1.2 whatever the number of questions.
    const shift = (((at * 0.618034) % 1) - 0.5) * 2.4;
    const askedAfter: string | null = at % 12 === 11 ? lastYes : null;
    made.push({
      name,
      label: `${asked[kind]} ${at + 1}`,
      kind,
      lowest: lowest[kind],
      cuts: cutsOf(kind, kind === 'yes' ? shift : shift / 3),
      topic: at % 8,
      askedAfter,
      unknown: at % 5 === 2 ? 0.06 : 0,
      refused: at % 7 === 3 ? 0.02 : 0,
    });
    if (kind === 'yes' && askedAfter === null) lastYes = name;
  }
  return made;
}
