import fc from 'fast-check';
import { findCodes, findDimension } from '../../src/framework/codes.ts';
import type { Duty, Group, IndexName, Reading, Reporting, Task, TaskFields } from '../../src/plan/model.ts';
import { roles } from '../../src/plan/model.ts';
import { findSubject } from '../../src/plan/prose/order.ts';
import { readReporting } from '../../src/plan/prose/reporting.ts';
import { findSchedule, readSchedule } from '../../src/plan/schedule.ts';
import { readTargets } from '../../src/plan/targets.ts';
import { splitDirective } from '../../src/plan/tasks/directive.ts';

/**
 * Plans as officers leave them after their review: every word may be theirs, what is told from the words (schedules, targets,
 * codes) is told from them.
 */
const year = 2026;

const names = [
  ...['Sở Nội vụ', 'Sở Tài chính', 'Sở Lao động, Thương binh và Xã hội', 'Sở Giáo dục và Đào tạo', 'Công an tỉnh'],
  ...['Văn phòng HĐND và UBND thành phố', 'Các sở, ban, ngành', 'UBND cấp huyện', 'UBND cấp xã', 'Thanh tra tỉnh'],
  ...[
    'Ủy ban MTTQ Việt Nam tỉnh',
    'Phòng Văn hóa - Xã hội',
    'Trung tâm Phục vụ hành chính công',
    'Bảo hiểm xã hội tỉnh',
  ],
  ...['Các cơ quan, đơn vị, địa phương', 'UBND các xã, phường, đặc khu', 'Báo và Đài Phát thanh - Truyền hình tỉnh'],
  ...['Bệnh viện Đa khoa khu vực Gò Cát', 'Tổ công tác số 3', 'Hội Nông dân tỉnh', 'Ban Quản lý Khu kinh tế'],
];

const times = [
  ...['Thường xuyên', 'Hằng năm', 'Định kỳ hằng quý', 'Định kỳ theo quy định', 'Trong năm 2026', 'Trước bầu cử'],
  ...[
    'Trước ngày 31/12/2026',
    'Chậm nhất là ngày 30/6/2026',
    'Quý II, III năm 2026',
    'Xong trong Quý II/2026',
    '6/2026',
  ],
  ...[
    'Theo Kế hoạch tuyển dụng',
    'Trước ngày 15 tháng cuối quý',
    'Ban hành kế hoạch trong tháng 01/2026 và tổ chức thực hiện',
  ],
];

const acts = [
  ...['Công khai', 'Rà soát', 'Tổ chức đối thoại về', 'Niêm yết', 'Kiểm tra', 'Tuyên truyền', 'Hoàn thiện', 'Bảo đảm'],
  ...['Xây dựng', 'Nâng cao chất lượng', 'Xử lý dứt điểm', 'Cập nhật'],
];

/** What officers type, paste and scan. */
const phrases = [
  ...[
    'thu, chi ngân sách; các khoản đóng góp',
    '“một cửa” (kể cả trực tuyến)',
    'bảng giá đất 2025/2026',
    'tỷ lệ ≥ 90 % hồ sơ',
  ],
  ...[
    'đạt 92% trở lên',
    'ít nhất 03 cuộc/năm',
    'giảm 10% so với năm 2021',
    'hộ nghèo 🏠 tại thôn',
    'A|B|C và <b>đậm</b> & "trích"',
  ],
  ...[
    '[phụ lục 2] theo mẫu số 01/TTHC',
    'thủ tục hành chính cấp xã',
    'đất đai, xây dựng – môi trường',
    'nước sạch \\ vệ sinh',
  ],
  ...['người dân, doanh nghiệp (gồm cả hộ kinh doanh)', 'cổng dịch vụ công http://dichvucong.gov.vn/tra-cuu?x=1&y=2'],
  ...[
    'sự tham gia của người dân ở cơ sở'.normalize('NFD'),
    'đường giao thông nông thôn đạt ≥ 90%',
    'C# & SQL; 100% thôn',
    '(1) xã Tân Lập; (2) TP. Gò Cát; v.v.',
    "tổ dân phố số 7, ngõ 12/3 (bờ 'tả')",
    'hồ sơ trễ hẹn > 05 ngày; = 0; @ubnd #1',
  ],
];

const phrase = fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(', '));
const long = fc.array(fc.constantFrom(...phrases), { minLength: 20, maxLength: 40 }).map((parts) => parts.join(', '));
const sentence = fc
  .tuple(fc.constantFrom(...acts), fc.oneof({ arbitrary: phrase, weight: 9 }, { arbitrary: long, weight: 1 }))
  .map(([act, rest]) => `${act} ${rest}.`);
const bullets = fc
  .array(sentence, { minLength: 2, maxLength: 4 })
  .map((all) => all.map((one) => `- ${one}`).join('\n'));
const points = fc
  .array(sentence, { minLength: 2, maxLength: 4 })
  .map((all) => all.map((one, at) => `${'abcd'[at]}) ${one}`).join('\n'));
const text = fc.oneof(
  { arbitrary: sentence, weight: 4 },
  { arbitrary: bullets, weight: 1 },
  { arbitrary: points, weight: 1 },
);

const someNames = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

type Drawn = Pick<Task, 'text' | 'result' | 'lead' | 'implement' | 'cooperate' | 'monitor' | 'time'>;
const drawn: fc.Arbitrary<Drawn> = fc.record({
  text,
  result: maybe(fc.constantFrom('Báo cáo', 'Kế hoạch được ban hành', 'Trang thông tin điện tử', '100% hồ sơ đúng hạn')),
  lead: someNames,
  implement: someNames,
  cooperate: someNames,
  monitor: someNames,
  time: maybe(fc.constantFrom(...times)),
});

/** Without a column for it, a task's component is what its text opens with: before a colon, a bracket or a dash. */
const plain = drawn.filter(({ text }) => !/[:(–\n]/.test(text));

/** Which columns a plan has at all. */
const columns = fc.record({
  ...{
    result: fc.boolean(),
    implement: fc.boolean(),
    cooperate: fc.boolean(),
    monitor: fc.boolean(),
    time: fc.boolean(),
  },
});

type Part = { dimension: Task['dimension']; name: string; components: string[] };
const papi: Part[] = [
  { dimension: 1, name: 'Tham gia của người dân ở cấp cơ sở', components: ['Tri thức công dân', 'Cơ hội tham gia'] },
  { dimension: 2, name: 'Công khai, minh bạch', components: ['Tiếp cận thông tin', 'Danh sách hộ nghèo'] },
  { dimension: 5, name: 'Thủ tục hành chính công', components: ['Chứng thực, xác nhận', 'Thủ tục hành chính cấp xã'] },
];
const par: Part[] = [
  { dimension: 'I', name: 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', components: ['Thực hiện kế hoạch CCHC', 'Kiểm tra CCHC'] },
  { dimension: 'II', name: 'CẢI CÁCH THỂ CHẾ', components: ['Theo dõi thi hành pháp luật', 'Rà soát văn bản'] },
  { dimension: 'III', name: 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH', components: ['Công khai thủ tục', 'Kết quả giải quyết'] },
];
const sipas: Part[] = [
  { dimension: 'I', name: 'Mức độ hài lòng về trách nhiệm giải trình của chính quyền', components: [] },
  { dimension: 'V', name: 'Mức độ hài lòng về tiếp cận dịch vụ', components: [] },
];
const dti: Part[] = [{ dimension: null, name: '', components: ['Nhận thức số', 'Thể chế số', 'Hạ tầng số'] }];
const sheets: [IndexName, Part[]][] = [
  ['SIPAS', sipas],
  ['DTI', dti],
  ['PAPI', papi],
  ['PAR INDEX', par],
];

const directives = [
  'Thủ trưởng các cơ quan, đơn vị tăng cường kiểm tra và chịu trách nhiệm trước UBND tỉnh về kết quả',
];

type Sheet = { groups: Group[]; tasks: TaskFields[] };
/** none: no component is told · column: each row has its own · inner: a group row of its own inside the dimension's */
type Components = 'none' | 'column' | 'inner';

function sheetOf(index: IndexName, parts: Part[]): fc.Arbitrary<Sheet> {
  const chosen = fc.subarray(parts, { minLength: 1 });
  const told = fc.constantFrom<Components>('none', 'column', 'inner');
  return fc.tuple(chosen, columns, told).chain(([dimensions, has, components]) => {
    const groups = dimensions.map((part) => groupOf(index, part, has, components));
    const sheet = fc.tuple(...groups).map((all) => ({
      groups: all.flatMap(({ groups }) => groups).filter(({ name }) => name !== ''),
      tasks: all.flatMap(({ tasks }) => tasks),
    }));
    // Where no task says who, when or with what result, the table is a form.
    return sheet.filter(({ tasks }) =>
      tasks.some((one) => one.result ?? one.time ?? roles.some((role) => one[role][0])),
    );
  });
}

function groupOf(index: IndexName, part: Part, has: Record<string, boolean>, components: Components) {
  const rows = fc.array(
    fc.tuple(components === 'none' ? plain : drawn, fc.nat(Math.max(0, part.components.length - 1))),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  return fc.tuple(rows, maybe(fc.constantFrom(...directives))).map(([all, directive]) => {
    const printed = part.name === '' ? null : `${part.dimension}. ${part.name}`;
    const dimension = printed === null ? null : (findDimension(index, year, printed).dimension ?? part.dimension);
    // The factor of a statement of SIPAS is its component, too.
    const inner = components === 'inner' && part.components.length > 0 && part.name !== '';
    const named = (at: number) =>
      index === 'SIPAS' ? part.name : components === 'none' ? null : (part.components[at] ?? null);
    const sorted = inner ? all.toSorted(([, a], [, b]) => a - b) : all;
    const own = sorted.map(([task, at]) => ({ task, component: named(at) }));
    const tasks = own.map(({ task, component }) => {
      const kept = { ...task, ...emptied(has) };
      return toldFrom({ ...kept, index, dimension, component }, printed);
    });
    const agencies = directive === null ? [] : splitDirective(`${part.name}: ${directive}`).agencies;
    const group = { index, dimension, name: part.name, directive, agencies };
    const within = inner ? [...new Set(own.map(({ component }) => component ?? ''))] : [];
    const groups = [group, ...within.map((name): Group => ({ index, dimension, name, directive: null, agencies: [] }))];
    return { groups, tasks };
  });
}

/** A column no task of the sheet fills. */
function emptied(has: Record<string, boolean>): Partial<Drawn> {
  return {
    ...(!has.result && { result: null }),
    ...(!has.implement && { implement: [] }),
    ...(!has.cooperate && { cooperate: [] }),
    ...(!has.monitor && { monitor: [] }),
    ...(!has.time && { time: null }),
  };
}

/** What the words of a task say besides. */
function toldFrom(task: Drawn & Pick<Task, 'index' | 'dimension' | 'component'>, group: string | null): TaskFields {
  const { index, dimension, component, result, time } = task;
  const { codes } = findCodes({ index, year, dimension, component, text: task.text.normalize('NFC'), group });
  return {
    ...task,
    codes,
    schedule: time === null ? null : readSchedule(time, year).schedule,
    targets: [...(result === null ? [] : readTargets(result)), ...readTargets(task.text.normalize('NFC'))],
  };
}

const duty: fc.Arbitrary<Omit<Duty, 'section'>> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
    fc.array(sentence, { minLength: 1, maxLength: 4 }),
  )
  .map(([agencies, items]) => {
    const asked = agencies.every((name) => name.includes('MTTQ'));
    return { modality: asked ? 'request' : 'assign', agencies, items: items.map(itemOf) };
  });

function itemOf(said: string): Duty['items'][number] {
  const text = said.normalize('NFC');
  const schedule = findSchedule(text, year)?.schedule ?? null;
  return { text, agencies: findSubject(text).agencies, schedule, targets: readTargets(text) };
}

const reports = [
  'Định kỳ hằng quý, các đơn vị báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 15 tháng cuối quý.',
  'Sở Nội vụ tổng hợp kết quả thực hiện, báo cáo UBND tỉnh trước ngày 31/12/2026.',
];

function reportingOf(head: Reading['document'], duties: Duty[], closing: string[]): Reporting[] {
  const said = duties.flatMap(({ agencies, items }) =>
    items.map(({ text, agencies: own }) => ({ text, who: own.length > 0 ? own : agencies })),
  );
  return readReporting([...said, ...closing.map((text) => ({ text, who: [] }))], head);
}

const documentOf = (title: string, indices: IndexName[], draft: boolean): Reading['document'] => ({
  type: 'Kế hoạch',
  number: draft ? null : '21/KH-UBND',
  symbol: 'KH-UBND',
  date: draft ? null : '2026-02-05',
  year,
  place: 'Minh Hà',
  issuer: 'Ủy ban nhân dân tỉnh Minh Hà',
  title,
  signer: draft ? null : { name: 'Lê Quốc Bảo', title: 'Phó Chủ tịch', onBehalfOf: 'Ủy ban nhân dân' },
  ...{ indices, references: [], addressees: [], recipients: ['Như trên', 'Lưu: VT, NC'], results: [], goals: [] },
});

const source = { page: null, table: null, row: null, line: null };

/** Any plan an officer may have confirmed. */
export const readings: fc.Arbitrary<Reading> = fc
  .subarray(sheets, { minLength: 1 })
  .chain((chosen) =>
    fc.tuple(
      fc.constant(chosen.map(([index]) => index)),
      fc.tuple(...chosen.map(([index, parts]) => sheetOf(index, parts))),
      fc.array(duty, { maxLength: 5 }),
      fc.subarray(reports),
      fc.boolean(),
      fc.boolean(),
    ),
  )
  .map(([indices, drawnSheets, said, closing, draft, counted]): Reading => {
    const title = `Nâng cao ${indices.map((index) => `Chỉ số ${index}`).join(' và ')} tỉnh Minh Hà năm 2026`;
    const document = documentOf(title, indices, draft);
    const duties = said.map((one, at): Duty => ({ section: String(counted ? at + 1 : at * 2 + 1), ...one }));
    return {
      document,
      duties,
      reporting: reportingOf(document, duties, closing),
      groups: drawnSheets.flatMap(({ groups }) => groups),
      tasks: drawnSheets.flatMap(({ tasks }) => tasks).map((task) => ({ ...task, source, fields: {}, notes: [] })),
      warnings: [],
    };
  });
