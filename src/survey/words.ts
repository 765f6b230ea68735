import { sayNumber } from '../kernel/number.ts';
import type {
  DesignSummary,
  Dictionary,
  DomainValue,
  EstimateRow,
  IntervalKind,
  Lonely,
  Method,
  Statistic,
  StatisticKind,
  SurveyDesign,
  Variable,
} from './model.ts';

/** Surveys in the words officials read: on the screen, in tables that leave, on the command line. */

export const statisticWords: Readonly<Record<StatisticKind, string>> = {
  mean: 'Trung bình',
  total: 'Tổng số',
  proportion: 'Tỷ lệ',
  ratio: 'Tỷ số',
  quantile: 'Phân vị',
  function: 'Công thức',
};

export const intervalWords: Readonly<Record<IntervalKind, string>> = {
  logit: 'Logit (nên dùng)',
  beta: 'Beta (Korn–Graubard), thận trọng với tỷ lệ gần 0% hoặc 100%',
  wilson: 'Wilson',
  mean: 'Đối xứng quanh ước lượng',
};

export const methodWords: Readonly<Record<Method['kind'], string>> = {
  taylor: 'Tuyến tính hóa Taylor',
  jackknife: 'Jackknife (bỏ từng cụm)',
  bootstrap: 'Bootstrap (Rao–Wu)',
  brr: 'Nửa mẫu cân bằng (BRR)',
  supplied: 'Quyền số lặp có sẵn trong dữ liệu',
};

export const lonelyWords: Readonly<Record<Lonely, string>> = {
  fail: 'Không tính, báo để gộp tầng',
  certainty: 'Coi như được chọn chắc chắn',
  adjust: 'So với bình quân chung của mẫu',
  average: 'Lấy bình quân sai số các tầng khác',
};

type Warning = EstimateRow['warnings'][number];
type Warned = { n: number | null; psus: number | null };

const warnings: Readonly<Record<Warning, (row: Warned) => string>> = {
  'few-clusters': ({ psus }) => `chỉ có ${sayNumber(psus ?? 0)} cụm: khoảng tin cậy rất rộng và kém ổn định`,
  'few-respondents': ({ n }) => `chỉ có ${sayNumber(n ?? 0)} người trả lời: chỉ nên tham khảo`,
  wide: () => 'khoảng tin cậy quá rộng để xếp hạng hay so sánh',
  lonely: () => 'có tầng chỉ một cụm: sai số là gần đúng theo cách xử lý đã khai trong thiết kế',
  'no-variance': () => 'chưa tính được sai số: mỗi tầng cần ít nhất hai cụm',
  'no-df': () => 'không còn bậc tự do nào: chưa có khoảng tin cậy',
  'all-alike': () => 'mọi câu trả lời giống nhau: sai số bằng 0 không có nghĩa là chắc chắn',
  empty: () => 'không có ai trả lời trong nhóm này',
};

/** A warning as the end of a sentence about one estimate: "chỉ có 3 cụm: khoảng tin cậy rất rộng và kém ổn định". */
export const sayWarning = (warning: Warning, row: Warned): string => warnings[warning](row);

/** The same in a word or two, for a table whose notes are told in full below it. */
export const warningWords: Readonly<Record<Warning, { short: string; full: string }>> = {
  'few-clusters': { short: 'ít cụm', full: 'nhóm nằm trong ít cụm nên khoảng tin cậy rất rộng và kém ổn định' },
  'few-respondents': { short: 'ít người', full: 'ít người trả lời, chỉ nên tham khảo' },
  wide: { short: 'rộng', full: 'khoảng tin cậy quá rộng để xếp hạng hay so sánh' },
  lonely: { short: 'tầng một cụm', full: 'có tầng chỉ một cụm, sai số là gần đúng theo cách xử lý đã khai' },
  'no-variance': { short: 'chưa có sai số', full: 'mỗi tầng cần ít nhất hai cụm mới tính được sai số' },
  'no-df': { short: 'hết bậc tự do', full: 'không còn bậc tự do nào nên chưa có khoảng tin cậy' },
  'all-alike': {
    short: 'trả lời như nhau',
    full: 'mọi câu trả lời giống nhau; sai số bằng 0 không có nghĩa là chắc chắn',
  },
  empty: { short: 'không có ai', full: 'không có ai trả lời trong nhóm này' },
};

/** Why a figure is kept back, with the least that a published figure needs. */
export function sayHidden(hidden: NonNullable<EstimateRow['hidden']>, minimum: SurveyDesign['minimum']): string {
  const { respondents, psus } = minimumOf(minimum);
  const why = {
    respondents: `dưới ${sayNumber(respondents)} người trả lời`,
    psus: `dưới ${sayNumber(psus)} cụm`,
    complement: 'để không suy ra được nhóm nhỏ bên cạnh',
  };
  return `không công bố: ${why[hidden]}`;
}

/** What a published figure needs where the design says nothing. */
export const minimumOf = (minimum: SurveyDesign['minimum']): { respondents: number; psus: number } =>
  minimum ?? { respondents: 30, psus: 2 };

const findVariable = ({ variables }: Pick<Dictionary, 'variables'>, name: string): Variable | undefined =>
  variables.find((one) => one.name === name);

/** What a column asks, else its name. */
export const sayVariable = (dictionary: Pick<Dictionary, 'variables'>, name: string): string =>
  findVariable(dictionary, name)?.label ?? name;

/** What a value of a column stands for: the label of the choice, else the value as it is written. */
export function sayValue(dictionary: Pick<Dictionary, 'variables'>, name: string, value: DomainValue): string {
  if (value === null) return 'không có giá trị';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  const variable = findVariable(dictionary, name);
  const label = [...(variable?.choices ?? []), ...(variable?.missing ?? [])].find(
    ({ code }) => code === String(value),
  )?.label;
  return label ?? (typeof value === 'number' ? sayNumber(value) : value);
}

/** The group an estimate is of: "Xã Tân Lập, Nữ"; "Toàn bộ" for all. */
export function sayDomain(dictionary: Pick<Dictionary, 'variables'>, by: EstimateRow['by']): string {
  const parts = Object.entries(by).map(([name, value]) => sayValue(dictionary, name, value));
  return parts.length === 0 ? 'Toàn bộ' : parts.join(', ');
}

/** What is asked, in words: "Trung bình: Thời gian chờ (phút)". */
export function sayStatistic(dictionary: Pick<Dictionary, 'variables'>, asked: Statistic): string {
  const of = sayVariable(dictionary, asked.of);
  switch (asked.kind) {
    case 'ratio':
      return `Tỷ số: ${of} / ${sayVariable(dictionary, asked.to)}`;
    case 'quantile':
      return `${asked.at === 0.5 ? 'Trung vị' : `Phân vị ${sayNumber(100 * asked.at)}%`}: ${of}`;
    case 'proportion':
      return asked.is === undefined ? `Tỷ lệ: ${of}` : `Tỷ lệ “${sayValue(dictionary, asked.of, asked.is)}”: ${of}`;
    default:
      return `${statisticWords[asked.kind]}: ${of}`;
  }
}

type Named = Pick<EstimateRow, 'variable' | 'statistic'>;

/** The figure an estimate is of, from the names it goes by in its row. */
export function figureOfRow({ variable: of, statistic }: Named): Statistic | undefined {
  const [, kind = '', mark = '', rest = ''] = /^([a-z]+)([=/@]?)(.*)$/s.exec(statistic) ?? [];
  switch (kind) {
    case 'ratio':
      return { kind, of, to: rest };
    case 'quantile':
      return { kind, of, at: Number(rest) };
    case 'proportion':
      return { kind, of, ...(mark === '=' && { is: rest }) };
    default:
      return kind === 'mean' || kind === 'total' ? { kind, of } : undefined;
  }
}

/** The same in words. */
export function sayRow(dictionary: Pick<Dictionary, 'variables'>, row: Named): string {
  const figure = figureOfRow(row);
  return figure ? sayStatistic(dictionary, figure) : `${row.variable} (${row.statistic})`;
}

const stageUnits = ['cụm (đơn vị chọn mẫu sơ cấp)', 'đơn vị giai đoạn 2', 'đơn vị giai đoạn 3'] as const;

/** The design as it is in the data, a sentence each: what was drawn, the weights, what the variances rest on. */
export function sayDesign(found: DesignSummary): string[] {
  const { respondents, strata, psus, df, stages, certainty, lonely, weights } = found;
  const later = stages
    .slice(1)
    .map(({ units }, i) => `${sayNumber(units)} ${stageUnits[i + 1] ?? `đơn vị giai đoạn ${i + 2}`}`);
  return [
    `${sayNumber(respondents)} người trả lời, trong ${[`${sayNumber(psus)} ${stageUnits[0]}`, ...later].join(', ')}, thuộc ${sayNumber(strata)} tầng; ${sayNumber(df)} bậc tự do.`,
    sayWeights(weights),
    ...(stages.some(({ fpc }) => fpc) ? ['Có hiệu chỉnh tổng thể hữu hạn.'] : []),
    ...(certainty > 0 ? [`${sayNumber(certainty)} cụm được chọn chắc chắn, tự là một tầng.`] : []),
    ...(lonely > 0 ? [`${sayNumber(lonely)} tầng chỉ có một cụm nên sai số ở đó là gần đúng.`] : []),
  ];
}

const whole = (value: number): string => sayNumber(Math.round(value));

function sayWeights({ sum, min, max, unequal }: DesignSummary['weights']): string {
  if (min === max) return `Quyền số như nhau: mỗi người đại diện cho ${sayNumber(Number(min.toPrecision(3)))} người.`;
  const [low, high] = [min, max].map((one) => sayNumber(Number(one.toPrecision(3))));
  const loss = Math.round(100 * (unequal - 1));
  return `Mẫu đại diện cho ${whole(sum)} người; mỗi người trả lời đại diện cho từ ${low} đến ${high} người${
    loss > 0 ? `, quyền số không đều làm phương sai tăng khoảng ${sayNumber(loss)}%` : ''
  }.`;
}
