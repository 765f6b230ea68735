import { seededRandom } from '../../kernel/seeded.ts';
import type { SamplingPlan } from '../sampling/model.ts';
import { type Country, makeCountry } from './country.ts';
import { makeQuestions } from './questions.ts';
import { interview, type SyntheticSurvey } from './survey.ts';

/**
 * The plan of the made-up national survey: PAPI's rule (seats certain, the rest by size; 3 districts, 6 in larger
 * provinces; 2 communes, 2 villages) with a fourth district in one province, for the 208 districts, 416 communes and 832
 * villages told of 2022; 18 people in a village, 21 in the two largest provinces: 15,120.
 */
export const papiLikePlan: SamplingPlan = {
  title: 'Khảo sát giả lập theo thiết kế của PAPI',
  sources: [],
  size: 'dan_so',
  classes: {
    of: ['tinh'],
    steps: [
      { name: 'nhỏ', from: 0 },
      { name: 'vừa', from: 2_000_000 },
      { name: 'lớn', from: 5_000_000 },
    ],
  },
  stages: [
    {
      ...{ name: 'huyện', strata: ['tinh'], unit: 'huyen', method: 'pps', always: 'trung_tam_tinh' },
      take: { 'Tỉnh 07': 4, nhỏ: 3, vừa: 6, lớn: 6 },
    },
    { name: 'xã', unit: 'xa', method: 'pps', always: 'trung_tam_huyen', take: 2 },
    { name: 'thôn', unit: 'thon', method: 'pps', always: 'trung_tam_xa', take: 2 },
  ],
  respondents: { take: { lớn: 21, '*': 18 } },
};

/** A made-up national survey after PAPI's design, with the country it was drawn from; `truthOf` tells what it should find. */
export function makePapiSurvey(seed: number, questions = 120): { country: Country; survey: SyntheticSurvey } {
  const random = seededRandom(seed);
  const country = makeCountry(random, makeQuestions(questions));
  return { country, survey: interview(country, papiLikePlan, random) };
}
