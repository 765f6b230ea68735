import { Problem } from '../../kernel/problem.ts';
import type { Scan, ScanAnswer } from '../model.ts';
import type { CellQuestion } from './question.ts';

/**
 * Refuses weights and values that no figure can be made of. The sums of a cell betray them: a least weight that is not
 * above 0, a sum of squares that is not finite. Only then are the responses scanned again to say which and how many.
 *
 * @param names the column behind each variable of the question, for the message
 */
export async function refuseFaults(
  question: CellQuestion,
  answer: ScanAnswer,
  names: readonly string[],
  scan: Scan,
): Promise<void> {
  if (hasFaultyWeights(answer)) await refuseWeights(question, scan);
  for (const [i, { y, x }] of question.variables.entries()) {
    const sums = ['wyy', 'wxx'].filter((name) => name === 'wyy' || x !== undefined);
    if (sums.every((name) => areFinite(answer, `n${i}`, `${name}${i}`))) continue;
    const rows = await countRows(scan, [y, x ?? y].map((value) => `NOT abs(${value}) < 1e140`).join(' OR '));
    throw new Problem('survey-value-not-finite', { column: names[i] ?? '', rows });
  }
}

/** Beyond these the squares of a weighted sum are 0 or infinite as doubles, and a standard error of 0 would be a lie. */
const weights = { least: 1e-100, most: 1e100 };

function hasFaultyWeights(answer: ScanAnswer): boolean {
  const [n, given, least, most] = ['n', 'w_given', 'w_least', 'w_most'].map((name) => answer.column(name));
  for (let cell = 0; cell < answer.rows; cell++)
    if (
      Number(n?.[cell]) !== Number(given?.[cell]) ||
      !(Number(least?.[cell]) >= weights.least) ||
      !(Number(most?.[cell]) <= weights.most)
    )
      return true;
  return false;
}

async function refuseWeights({ weight }: CellQuestion, scan: Scan): Promise<never> {
  throw new Problem('survey-weight-wrong', {
    column: weight.match(/"(.*)"/)?.[1] ?? weight,
    missing: await countRows(scan, `(${weight}) IS NULL`),
    low: await countRows(scan, `${weight} < ${weights.least}`),
    infinite: await countRows(scan, `${weight} > ${weights.most}`),
  });
}

async function countRows(scan: Scan, condition: string): Promise<number> {
  const answer = await scan(`SELECT count(*) AS n FROM responses WHERE ${condition}`);
  return Number(answer.column('n')[0]);
}

function areFinite(answer: ScanAnswer, count: string, sum: string): boolean {
  const counts = answer.column(count);
  const sums = answer.column(sum);
  for (let cell = 0; cell < answer.rows; cell++)
    if (Number(counts[cell]) > 0 && !Number.isFinite(Number(sums[cell] ?? Number.NaN))) return false;
  return true;
}

/** Refuses a share of a code that nobody gave and no dictionary knows: 0 % would be the answer to a misspelt question. */
export function refuseUnknownCodes(
  asked: readonly { statistic: { of: string }; undeclared?: string }[],
  answer: ScanAnswer,
): void {
  for (const [i, { statistic, undeclared }] of asked.entries()) {
    if (undeclared === undefined) continue;
    const [given, answers] = [answer.column(`wy${i}`), answer.column(`n${i}`)];
    let [some, any] = [false, false];
    for (let cell = 0; cell < answer.rows; cell++) {
      some ||= Number(given[cell]) > 0;
      any ||= Number(answers[cell]) > 0;
    }
    if (any && !some)
      throw new Problem('survey-request-wrong', {
        what: `Không ai có mã “${undeclared}” ở cột “${statistic.of}”, và từ điển dữ liệu cũng không có mã ấy.`,
      });
  }
}
