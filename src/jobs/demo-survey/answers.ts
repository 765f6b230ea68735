import { allFrameworks } from '../../framework/catalogue.ts';
import { seededRandom } from '../../kernel/seeded.ts';
import type { DeclaredDictionary } from '../../survey/dictionary/declared.ts';
import type { Choice, SurveyDesign } from '../../survey/model.ts';
import { normalFrom } from '../../survey/normal.ts';

/**
 * The answers of the demo's survey, after SIPAS's questionnaire: in each commune six villages, in each village people who
 * had come to the one-stop office. All of them are made up, from one seed.
 */

const villages = 6;
const usual = 10;
/** In every so manieth commune fewer were met, so that not all of them may be published. */
const fewEvery = 13;

export const surveyDesign: SurveyDesign = {
  stages: [{ strata: ['xa'], unit: 'thon', fpc: null }],
  ...{ weight: 'quyen_so', lonely: 'adjust', minimum: { respondents: 30, psus: 2 } },
};

type Statement = { column: string; code: string; text: string; factor: string };

/** The statements that are asked, by the framework's own data. */
export function statements(): Statement[] {
  const nodes = allFrameworks().find(({ index, version }) => index === 'SIPAS' && version === '39')?.nodes ?? [];
  return nodes.flatMap(({ code, parent, name }) =>
    parent === null ? [] : [{ column: `c${code.replace('.', '_')}`, code, text: name, factor: parent }],
  );
}

const agree = listed('Rất không đồng ý', 'Không đồng ý', 'Bình thường', 'Đồng ý', 'Rất đồng ý');
const fields = ['Đất đai', 'Hộ tịch, chứng thực', 'Xây dựng', 'Bảo trợ xã hội', 'Đăng ký kinh doanh'];

function listed(...labels: string[]): Choice[] {
  return labels.map((label, i) => ({ code: String(i + 1), label }));
}

/** What the columns are called and what their codes stand for. */
export function surveyDictionary(communes: readonly string[]): DeclaredDictionary {
  const missing = [{ code: '9', label: 'Không có ý kiến' }];
  return {
    ...{ title: null, loose: false },
    variables: [
      { name: 'loai', label: 'Phường hay xã', type: 'integer', choices: listed('Phường', 'Xã') },
      { name: 'xa', label: 'Xã, phường', type: 'integer', choices: listed(...communes) },
      { name: 'thon', label: 'Thôn, tổ dân phố (mã)', type: 'text' },
      { name: 'quyen_so', label: 'Quyền số', type: 'number' },
      { name: 'gioi', label: 'Giới tính', type: 'integer', choices: listed('Nam', 'Nữ') },
      {
        ...{ name: 'tuoi', label: 'Nhóm tuổi', type: 'integer' },
        choices: listed('Dưới 30', '30 đến 44', '45 đến 59', 'Từ 60'),
      },
      { name: 'linh_vuc', label: 'Lĩnh vực của thủ tục', type: 'integer', choices: listed(...fields) },
      { name: 'di_lai', label: 'Số lần đi lại để xong thủ tục', type: 'integer' },
      ...statements().map(({ column, code, text }) => ({
        ...{ name: column, label: `${code}. ${text}`, type: 'integer' as const, choices: agree, missing },
      })),
    ],
  };
}

type Draw = { uniform: () => number; normal: () => number };

/** The answers as CSV, a person a line. */
export function surveyCsv(communes: readonly string[], seed = 2026): string {
  const uniform = seededRandom(seed);
  const draw = { uniform, normal: normalFrom(uniform) };
  const asked = statements();
  const factors = new Map([...new Set(asked.map(({ factor }) => factor))].map((one, i) => [one, 3.9 - 0.09 * i]));
  const head = [
    'loai',
    'xa',
    'thon',
    'quyen_so',
    'gioi',
    'tuoi',
    'linh_vuc',
    'di_lai',
    ...asked.map((one) => one.column),
  ];
  const rows = communes.flatMap((name, at) => communeRows(name, at, asked, factors, draw));
  return `${[head, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

function communeRows(
  name: string,
  at: number,
  asked: readonly Statement[],
  factors: ReadonlyMap<string, number>,
  { uniform, normal }: Draw,
): (string | number)[][] {
  const urban = /^phường/i.test(name);
  const people = at % fewEvery === 5 ? usual - 6 : usual + Math.floor(3 * uniform());
  const leaning = 0.28 * normal() + (urban ? 0.1 : 0);
  const users = 900 + Math.floor(2_400 * uniform()) + (urban ? 1_200 : 0);
  const weight = users / (villages * people);
  return Array.from({ length: villages }, (_, village) => {
    const here = leaning + 0.3 * normal();
    const shared = weight * (0.7 + 0.6 * uniform());
    return Array.from({ length: people }, () => {
      const own = here + 0.55 * normal();
      const about = [1 + Math.floor(2 * uniform()), 1 + Math.floor(4 * uniform()), 1 + Math.floor(5 * uniform())];
      const trips = 1 + Math.max(0, Math.round(1.1 - own + 0.8 * normal()));
      const answers = asked.map(({ factor }) =>
        uniform() < 0.035
          ? 9
          : Math.min(5, Math.max(1, Math.round((factors.get(factor) ?? 3.6) + own + 0.6 * normal()))),
      );
      return [urban ? 1 : 2, at + 1, `${at + 1}-${village + 1}`, shared.toFixed(4), ...about, trips, ...answers];
    });
  }).flat();
}
