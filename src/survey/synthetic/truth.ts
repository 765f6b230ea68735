import type { Country } from './country.ts';
import { expectedAnswer } from './questions.ts';

/** What a survey of a country should find: the mean answer to a question of all who would answer it. */
export type Truth = { national: number; provinces: Float64Array };

/**
 * The truth about a question: Σ_v N_v·a_v·μ_v / Σ_v N_v·a_v over the villages v of the country or a province, where N_v
 * are the people of a village, μ_v the mean answer its people give (known from its mean leaning), and a_v the share that
 * is asked. People answer by chance around their village, so this is what the mean of all people comes to but for
 * 1/√N of their spread (below 0.001 for a province). "Không biết" and "từ chối" are equally likely for all, whatever they
 * think, and drop out.
 */
export function truthOf(country: Country, question: number): Truth {
  const { questions, villages, people, province, leaning, provinces } = country;
  const asked = questions[question];
  const filter = questions.findIndex(({ name }) => name === asked?.askedAfter);
  const yes = questions[filter];
  const sums = new Float64Array(provinces.length);
  const counts = new Float64Array(provinces.length);
  for (let village = 0; asked !== undefined && village < villages; village++) {
    const at = village * questions.length;
    const share = yes === undefined ? 1 : expectedAnswer(yes, leaning[at + filter] ?? 0);
    const count = (people[village] ?? 0) * share;
    const place = province[village] ?? 0;
    counts[place] = (counts[place] ?? 0) + count;
    sums[place] = (sums[place] ?? 0) + count * expectedAnswer(asked, leaning[at + question] ?? 0);
  }
  const total = (of: Float64Array) => of.reduce((sum, one) => sum + one, 0);
  return { national: total(sums) / total(counts), provinces: sums.map((sum, at) => sum / (counts[at] ?? 1)) };
}
