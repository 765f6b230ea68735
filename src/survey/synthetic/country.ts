import { normalFrom } from '../normal.ts';
import type { SamplingFrame } from '../sampling/model.ts';
import { placeSpread, type Question } from './questions.ts';

/**
 * A made-up country after Viet Nam before July 2025: provinces, districts, communes, villages with their people and
 * seats, two provinces above 5 million people, four of 2–5 million. `leaning[v · questions + q]` is the mean leaning of
 * village v for question q; with `questions.ts` that is all there is to know of its people.
 */
export type Country = {
  questions: readonly Question[];
  villages: number;
  /** Per village. */
  province: Int32Array;
  people: Float64Array;
  leaning: Float64Array;
  provinces: readonly string[];
  /** The list a sample is drawn from, a row per village, with the columns of PAPI's plan. */
  frame: SamplingFrame;
};

/** From–to per unit above. Small ones make a country for a test in milliseconds. */
export type CountryShape = {
  provinces: number;
  districts: readonly [number, number];
  communes: readonly [number, number];
  villages: readonly [number, number];
};

export const usualCountry: CountryShape = { provinces: 63, districts: [8, 12], communes: [4, 8], villages: [3, 6] };

const columns = ['tinh', 'huyen', 'xa', 'thon', 'dan_so', 'trung_tam_tinh', 'trung_tam_huyen', 'trung_tam_xa'];

type Village = { province: number; path: string[]; share: number; seats: string[]; leaning: Float64Array };

/** Makes a country out of a sequence of random numbers. */
export function makeCountry(
  random: () => number,
  questions: readonly Question[],
  shape: CountryShape = usualCountry,
): Country {
  const normal = normalFrom(random);
  const between = ([low, high]: readonly [number, number]) => low + Math.floor(random() * (high - low + 1));
  const lean = (above: Float64Array | null, by: number): Float64Array => {
    // Half of what sets a place apart is common to the questions of a topic.
    const topics = Array.from({ length: 8 }, normal);
    return Float64Array.from(
      questions,
      ({ topic }, q) => (above?.[q] ?? 0) + by * Math.SQRT1_2 * ((topics[topic] ?? 0) + normal()),
    );
  };
  const made: Village[] = [];
  const provinces = Array.from({ length: shape.provinces }, (_, at) => `Tỉnh ${String(at + 1).padStart(2, '0')}`);
  for (const [province, name] of provinces.entries()) {
    const ofProvince = lean(null, placeSpread.province);
    for (let d = 1, districts = between(shape.districts); d <= districts; d++) {
      const ofDistrict = lean(ofProvince, placeSpread.district);
      for (let c = 1, communes = between(shape.communes); c <= communes; c++) {
        const ofCommune = lean(ofDistrict, placeSpread.commune);
        for (let v = 1, villages = between(shape.villages); v <= villages; v++) {
          const seats = [d === 1, c === 1, v === 1].map((seat) => (seat ? '1' : '0'));
          const path = [
            name,
            `${name} huyện ${d}`,
            `${name} huyện ${d} xã ${c}`,
            `${name} huyện ${d} xã ${c} thôn ${v}`,
          ];
          const share = Math.exp(0.5 * normal()) * (d === 1 ? 1.6 : 1);
          made.push({ province, path, share, seats, leaning: lean(ofCommune, placeSpread.village) });
        }
      }
    }
  }
  const people = peopleOf(made, shape.provinces, random);
  const rows = made.map(({ path, seats }, at) => [...path, String(people[at]), ...seats]);
  const leaning = new Float64Array(made.length * questions.length);
  made.forEach((village, at) => {
    leaning.set(village.leaning, at * questions.length);
  });
  return {
    ...{ questions, villages: made.length, people, leaning, provinces },
    province: Int32Array.from(made, (one) => one.province),
    frame: { columns, rows, lines: rows.map((_, at) => at + 2) },
  };
}

/** People per village, so that two provinces in 63 have 7–9 million, four 2.5–4 million, the others 0.6–1.6 million. */
function peopleOf(villages: readonly Village[], provinces: number, random: () => number): Float64Array {
  const [large, medium] = [
    Math.max(1, Math.round((2 * provinces) / 63)),
    Math.max(1, Math.round((4 * provinces) / 63)),
  ];
  const target = Array.from({ length: provinces }, (_, at) => {
    const [low, high] = at < large ? [7e6, 9e6] : at < large + medium ? [2.5e6, 4e6] : [0.6e6, 1.6e6];
    return low + random() * (high - low);
  });
  const shares = new Float64Array(provinces);
  for (const { province, share } of villages) shares[province] = (shares[province] ?? 0) + share;
  return Float64Array.from(villages, ({ province, share }) =>
    Math.max(50, Math.round((share / (shares[province] ?? 1)) * (target[province] ?? 0))),
  );
}
