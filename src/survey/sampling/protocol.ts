import { sayNumber } from '../../kernel/number.ts';
import { countLonely } from './design.ts';
import type { Chosen, DrawingMethod, Drawn, PlanStage, Reason, SamplingFrame, SelectedSample } from './model.ts';
import { joined } from './read-frame.ts';

/** What a protocol says beside the drawing itself: the file of the list, its SHA-256, and the seed. */
export type Basis = { file: string; hash: string; seed: number };

/**
 * The protocol of a drawing (biên bản chọn mẫu) as Markdown: the list and its hash, the seed and the random numbers, the
 * method of each stage, and for every drawing its number, interval, start, and each chosen unit's stretch of the
 * cumulated sizes. Whoever has the list can do all of it again by hand.
 */
export function writeProtocol(frame: SamplingFrame, sample: SelectedSample, basis: Basis): string {
  const parts = [
    `# Biên bản chọn mẫu\n\n${inCell(sample.plan.title)}`,
    `## 1. Căn cứ và danh sách\n\n${bullets(basisLines(frame, sample, basis))}`,
    `## 2. Số ngẫu nhiên\n\n${bullets(randomLines(sample, basis))}`,
    `## 3. Cách chọn\n\n${sample.plan.stages.map((stage, at) => `${at + 1}. ${sayStage(stage)}`).join('\n')}`,
    ...sample.plan.stages.map((stage, at) => stagePart(sample, stage, at)),
    `## ${sample.plan.stages.length + 4}. Kết quả và quyền số\n\n${bullets(resultLines(sample))}`,
    `## ${sample.plan.stages.length + 5}. Cách kiểm tra lại\n\n${again}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** A cell must not end the row it stands in. */
const inCell = (text: string): string => text.replace(/[\r\n]+/g, ' ').replaceAll('|', '\\|');

/** Every digit, with the comma of Vietnamese: what is to be repeated must not be rounded. */
const exact = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.map(inCell).join(' | ')} |`).join('\n');

function basisLines({ columns, rows }: SamplingFrame, { plan }: SelectedSample, { file, hash }: Basis): string[] {
  const size = plan.size === null ? -1 : columns.indexOf(plan.size);
  const people = size === -1 ? undefined : rows.reduce((sum, row) => sum + Number(row[size]), 0);
  return [
    `Danh sách (dàn mẫu): tệp \`${inCell(file)}\`, ${sayNumber(rows.length)} dòng${
      people === undefined ? '' : `, cột \`${plan.size}\` cộng lại là ${sayNumber(people)}`
    }`,
    `SHA-256 của tệp: \`${hash}\``,
    ...(plan.classes ? [`Nhóm theo ${plan.classes.of.join(', ')}: ${sayClasses(plan.classes.steps)}`] : []),
    ...plan.sources.map((source) => `Nguồn của phương án: ${inCell(source)}`),
    ...(plan.notes ?? []).map(inCell),
  ];
}

const sayClasses = (steps: readonly { name: string; from: number }[]): string =>
  steps.map(({ name, from }) => `${name} từ ${sayNumber(from)}`).join('; ');

const randomLines = ({ randoms }: SelectedSample, { seed }: Basis): string[] => [
  `Hạt giống (seed): **${seed}**`,
  'Bộ sinh: Mersenne Twister MT19937, khởi tạo `init_genrand(seed)`, mỗi số 53 bit (`genrand_res53`) trong [0; 1). Đúng bằng dãy của `numpy.random.RandomState(seed).random_sample()`.',
  `Đã dùng ${sayNumber(randoms)} số đầu của dãy, theo thứ tự từng lượt chọn dưới đây.`,
];

const methods: Readonly<Record<DrawingMethod, string>> = {
  pps: 'chọn hệ thống với xác suất tỷ lệ với quy mô (PPS). Đơn vị có quy mô từ khoảng cách trở lên được chọn chắc chắn và đưa ra khỏi danh sách, tính lại khoảng cách, lặp đến khi không còn. Khoảng cách = tổng quy mô còn lại ÷ số còn phải chọn; điểm đầu = số ngẫu nhiên × khoảng cách; các điểm sau cách nhau một khoảng cách; điểm rơi vào đoạn cộng dồn [từ; đến) của đơn vị nào thì chọn đơn vị ấy',
  systematic:
    'chọn hệ thống cách đều: mỗi đơn vị tính là 1; khoảng cách = số đơn vị ÷ số phải chọn; điểm đầu = số ngẫu nhiên × khoảng cách; các điểm sau cách nhau một khoảng cách',
  srs: 'chọn ngẫu nhiên đơn giản không lặp: mỗi đơn vị lần lượt nhận một số ngẫu nhiên theo thứ tự danh sách; chọn các đơn vị có số nhỏ nhất',
  all: 'lấy tất cả',
};

function sayStage({ name, unit, strata, method, always, order, short }: PlanStage): string {
  const within = strata?.length ? `, chọn riêng trong từng ${strata.join(' × ')}` : '';
  const sorted = order?.length
    ? `Danh sách sắp theo ${order.join(', ')} (số theo giá trị, chữ theo mã ký tự)`
    : 'Danh sách giữ thứ tự của tệp, đơn vị xếp theo dòng đầu tiên của nó';
  const marked =
    always === undefined ? '' : ` Đơn vị đánh dấu ở cột \`${always}\` luôn được chọn và không vào danh sách.`;
  const few = short === 'all' ? ' Nơi có ít đơn vị hơn số phải chọn thì lấy hết.' : '';
  return `**${inCell(name)}** (cột \`${unit}\`${within}): ${methods[method]}. ${sorted}.${marked}${few}`;
}

const reasons: Readonly<Record<Reason, string>> = {
  always: 'mặc định',
  size: 'đủ lớn',
  all: 'lấy hết',
  chance: 'ngẫu nhiên',
};

function stagePart({ drawings }: SelectedSample, stage: PlanStage, at: number): string {
  const own = drawings
    .map((drawing, number) => ({ drawing, number: number + 1 }))
    .filter(({ drawing }) => drawing.stage === at);
  const lots = own.map(({ drawing, number }) => lotRow(drawing, number));
  const units = own.flatMap(({ drawing, number }) => drawing.chosen.map((chosen) => unitRow(chosen, number)));
  return [
    `## ${at + 4}. Giai đoạn ${at + 1}: ${inCell(stage.name)} (${sayNumber(own.length)} lượt, ${sayNumber(units.length)} đơn vị)`,
    table(
      ['Lượt', 'Trong', 'Nhóm', 'Số đơn vị', 'Phải chọn', 'Số ngẫu nhiên thứ', 'Giá trị', 'Khoảng cách', 'Điểm đầu'],
      lots,
    ),
    table(
      [
        'Lượt',
        'Đơn vị được chọn',
        'Quy mô',
        'Vì',
        'Cộng dồn từ',
        'đến',
        stage.method === 'srs' ? 'Số ngẫu nhiên' : 'Điểm rơi',
        'Xác suất',
      ],
      units,
    ),
  ].join('\n\n');
}

const lotRow = ({ within, class: kind, units, take, random, interval, start }: Drawn, number: number): string[] => [
  ...[`${number}`, joined(within) || 'cả danh sách', kind ?? '', `${units}`, `${take}`],
  ...[random === null ? '' : `${random.number}`, exact(random?.value ?? null), exact(interval), exact(start)],
];

const unitRow = ({ unit, size, reason, probability, low, high, point }: Chosen, number: number): string[] => [
  ...[`${number}`, unit, exact(size), reasons[reason], exact(low), exact(high), exact(point), exact(probability)],
];

function resultLines(sample: SelectedSample): string[] {
  const { plan, units } = sample;
  const last = plan.stages.at(-1)?.name ?? 'đơn vị';
  const people = units.reduce((sum, { respondents }) => sum + (respondents ?? 0), 0);
  const lonely = countLonely(sample);
  return [
    `${sayNumber(units.length)} ${inCell(last)} được chọn${people > 0 ? `, phỏng vấn ${sayNumber(people)} người` : ''}.`,
    'Xác suất chung của một đơn vị là tích xác suất các giai đoạn; quyền số thiết kế là 1 ÷ xác suất chung' +
      (plan.respondents && plan.size !== null
        ? ', nhân với quy mô của đơn vị ÷ số người phỏng vấn (người được chọn ngẫu nhiên đều trong đơn vị).'
        : '.'),
    ...(lonely > 0
      ? [
          `${sayNumber(lonely)} tầng chỉ có một cụm do ngẫu nhiên chọn, nên sai số trong tầng ấy là gần đúng (thiết kế ghi “lonely: adjust”).`,
        ]
      : []),
  ];
}

const again = [
  '1. Tính SHA-256 của tệp danh sách và so với mục 1.',
  '2. Sinh dãy số ngẫu nhiên từ hạt giống và so với cột “Giá trị”.',
  '3. Với mỗi lượt: lập danh sách đơn vị theo mục 3, bỏ đơn vị mặc định và đơn vị đủ lớn, cộng dồn quy mô, tính khoảng cách và điểm đầu.',
  '4. Đối chiếu các điểm với cột “từ”, “đến”: phải ra đúng các đơn vị đã ghi.',
].join('\n');
