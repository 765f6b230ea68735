import type { Choice, Dictionary, SurveyDesign, Variable } from '../model.ts';
import { normalFrom } from '../normal.ts';
import { designOf } from '../sampling/design.ts';
import type { SampledUnit, SamplingPlan } from '../sampling/model.ts';
import { selectSample } from '../sampling/select/select.ts';
import type { Country } from './country.ts';
import { sharedPart } from './finite.ts';
import { type AnswerKind, answerOf, type Question } from './questions.ts';

/** Responses column by column, as a data file has them; null where nobody was asked. */
export type SyntheticSurvey = {
  rows: number;
  columns: ReadonlyMap<string, readonly (string | number | null)[]>;
  dictionary: Dictionary;
  design: SurveyDesign;
};

export const unknownCode = 88;
export const refusedCode = 99;

/**
 * Interviews a sample of a country drawn by a plan of the size of PAPI's: each person of a village answers by the mean
 * leaning of the village, their own bent (common to their answers) and chance. Questions after a filter lean on the
 * village alone, so that who is asked tells nothing more of the answer.
 */
export function interview(country: Country, plan: SamplingPlan, random: () => number): SyntheticSurvey {
  const sample = selectSample(country.frame, plan, random);
  const normal = normalFrom(random);
  const columns = new Map<string, (string | number | null)[]>();
  const add = (name: string, value: string | number | null) => {
    const column = columns.get(name);
    if (column === undefined) columns.set(name, [value]);
    else column.push(value);
  };
  for (const unit of sample.units)
    for (let person = 0; person < (unit.respondents ?? 1); person++) {
      addPlace(plan, country, unit, add);
      add('gioi', random() < 0.5 ? 1 : 2);
      add('tuoi', 18 + Math.floor(random() * 53));
      answerAll(country, unit.row, { random, normal }, add);
    }
  const rows = columns.get('weight')?.length ?? 0;
  return { rows, columns, dictionary: dictionaryOf(country.questions, rows), design: designOf(sample) };
}

type Add = (name: string, value: string | number | null) => void;

function addPlace({ stages }: SamplingPlan, { frame }: Country, unit: SampledUnit, add: Add): void {
  const cell = (name: string) => frame.rows[unit.row]?.[frame.columns.indexOf(name)] ?? null;
  for (const name of placeColumns)
    if (name === 'tinh' || stages.some((stage) => stage.unit === name)) add(name, cell(name));
  add('certainty', unit.certain ? 1 : 0);
  add('weight', unit.weight);
}

function answerAll(
  { questions, leaning }: Country,
  village: number,
  { random, normal }: { random: () => number; normal: () => number },
  add: Add,
): void {
  const bent = Math.sqrt(sharedPart) * normal();
  const given = new Map<string, number | null>();
  for (const [at, question] of questions.entries()) {
    const mean = leaning[village * questions.length + at] ?? 0;
    const { askedAfter } = question;
    const own = askedAfter === null ? bent + Math.sqrt(1 - sharedPart) * normal() : normal();
    const silence = random();
    const answer = silentCode(question, silence) ?? answerOf(question, mean + own);
    given.set(question.name, askedAfter !== null && given.get(askedAfter) !== 1 ? null : answer);
    add(question.name, given.get(question.name) ?? null);
  }
}

function silentCode({ unknown, refused }: Question, silence: number): number | null {
  if (silence < unknown) return unknownCode;
  return silence < unknown + refused ? refusedCode : null;
}

const placeColumns = ['tinh', 'huyen', 'xa', 'thon'];
const silent: Choice[] = [
  { code: String(unknownCode), label: 'Không biết' },
  { code: String(refusedCode), label: 'Từ chối trả lời' },
];

const labels: Readonly<Partial<Record<AnswerKind, readonly string[]>>> = {
  yes: ['Không', 'Có'],
  four: ['Rất không đồng ý', 'Không đồng ý', 'Đồng ý', 'Rất đồng ý'],
  five: ['Rất không hài lòng', 'Không hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'],
};

/** The data dictionary of the made-up surveys: places, design, sex and age, and what each question offers. */
export function dictionaryOf(questions: readonly Question[], rows: number): Dictionary {
  const plain = (name: string, type: Variable['type'], label: string): Variable => ({
    ...{ name, label, type, choices: [], missing: [] },
  });
  const sexes = ['Nam', 'Nữ'].map((label, at) => ({ code: String(at + 1), label }));
  return {
    title: 'Khảo sát giả lập theo thiết kế của PAPI',
    source: 'synthetic',
    rows,
    variables: [
      ...['Tỉnh', 'Huyện', 'Xã', 'Thôn'].map((label, at) => plain(placeColumns[at] ?? '', 'text', label)),
      plain('certainty', 'integer', 'Huyện được chọn chắc chắn'),
      plain('weight', 'number', 'Quyền số thiết kế'),
      { ...plain('gioi', 'integer', 'Giới tính'), choices: sexes },
      plain('tuoi', 'integer', 'Tuổi'),
      ...questions.map(({ name, label, kind, lowest, unknown, refused }) => ({
        ...plain(name, 'integer' as const, label),
        choices: (labels[kind] ?? []).map((text, at) => ({ code: String(lowest + at), label: text })),
        missing: unknown + refused > 0 ? silent : [],
      })),
    ],
  };
}

/** The responses as CSV, empty where nobody was asked. */
export function surveyCsv({ rows, columns }: SyntheticSurvey): string {
  const names = [...columns.keys()];
  const values = [...columns.values()];
  const lines = Array.from({ length: rows }, (_, row) => values.map((column) => column[row] ?? '').join(','));
  return `${[names.join(','), ...lines].join('\n')}\n`;
}
