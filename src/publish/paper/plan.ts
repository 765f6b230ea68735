import { isPlainDate } from '../../kernel/plain-date.ts';
import { typeOfSymbol } from '../../plan/head/document-type.ts';
import type { DocumentHead, Reading } from '../../plan/model.ts';
import type { Appendix, Block, Paper, PaperType } from './model.ts';
import { dutyBlocks, reportingBlocks, stopped } from './plan-duties.ts';
import { appendicesOf } from './plan-tasks.ts';
import { signatureOf } from './signature.ts';
import { sayDate } from './wording.ts';

/** What a plan may be called; a decision that issues one is no plan itself. */
const planTypes: PaperType[] = ['Kế hoạch', 'Công văn', 'Chương trình', 'Phương án', 'Đề án', 'Chỉ thị', 'Thông báo'];

/** A reading as the plan it was read from, printed as the decree has it: prose first, tasks in one appendix for each index. */
export function planPaper(reading: Reading): Paper {
  const { document } = reading;
  const type = planTypes.find((one) => one === document.type) ?? 'Kế hoạch';
  const appendices = appendicesOf(reading);
  return {
    type,
    superior: null,
    issuer: document.issuer ?? '',
    ...{ number: document.number, symbol: document.symbol, place: document.place },
    date: document.date !== null && isPlainDate(document.date) ? document.date : null,
    year: document.year,
    title: titleOf(document),
    addressees: document.addressees,
    bases: basesOf(document),
    blocks: [opening(type, document), ...partsOf(reading, appendices), closing(type)],
    signature: signatureOf(document),
    recipients: document.recipients.length > 0 ? document.recipients : usualRecipients(document),
    appendices,
  };
}

/** "Như trên" are those named after "Kính gửi". */
const usualRecipients = ({ addressees }: DocumentHead): string[] => [
  ...(addressees.length > 0 ? ['Như trên'] : []),
  'Lưu: VT',
];

function titleOf({ title, indices, year }: DocumentHead): string {
  if (title !== null) return title;
  const what = indices.length > 0 ? `các chỉ số ${indices.join(', ')}` : 'chất lượng quản trị và hành chính công';
  return `Nâng cao ${what}${year === null ? '' : ` năm ${year}`}`;
}

/** Several grounds stand in a list of their own; a single one opens the first sentence. */
const basesOf = ({ references }: DocumentHead): string[] =>
  references.length < 2
    ? []
    : references.map((one, at) => `Căn cứ ${nameOf(one)}${at + 1 < references.length ? ';' : '.'}`);

/** A paper as others cite it: "Công văn số 812/UBND-NC ngày 24 tháng 3 năm 2026 của UBND tỉnh Minh Hà" */
export function nameOf({ number, date, issuer }: DocumentHead['references'][number]): string {
  const type = typeOfSymbol(number.replace(/^\d+[a-zđ]?\s*[-/]\s*(?:\d{4}\/)?/u, ''));
  const day = date !== null && isPlainDate(date) ? ` ${sayDate(date)}` : '';
  return `${type} số ${number}${day}${issuer === null ? '' : ` của ${issuer}`}`;
}

function opening(type: PaperType, { issuer, references }: DocumentHead): Block {
  const [only, second] = references;
  const ground = only && second === undefined ? `Thực hiện ${nameOf(only)}, ` : '';
  const who = issuer ?? (ground === '' ? 'Cơ quan ban hành' : 'cơ quan ban hành');
  const what = type === 'Công văn' ? 'yêu cầu thực hiện các nội dung sau' : `ban hành ${type} với các nội dung sau`;
  return { kind: 'paragraph', text: `${ground}${who} ${what}:` };
}

function partsOf({ document, duties, reporting }: Reading, appendices: Appendix[]): Block[] {
  const labels = appendices.map(({ label }) => label);
  const said = (quotes: string[]): Block[] => [...new Set(quotes)].map((text) => ({ kind: 'paragraph', text }));
  const looksBack = said(document.results.map(({ quote }) => stopped(quote)));
  const told = duties.flatMap(({ items }) => items.map(({ text }) => text));
  const goals = said(
    document.goals.map(({ quote }) => quote).filter((quote) => !told.some((text) => text.includes(quote))),
  );
  return [
    ...part('KẾT QUẢ ĐÃ ĐẠT ĐƯỢC', looksBack),
    ...part('MỤC TIÊU', goals),
    ...part(
      'NHIỆM VỤ, GIẢI PHÁP',
      labels.length > 0 ? said([`Nhiệm vụ cụ thể tại ${labels.join(', ')} kèm theo.`]) : [],
    ),
    ...part('TỔ CHỨC THỰC HIỆN', dutyBlocks(duties)),
    ...part('CHẾ ĐỘ BÁO CÁO', reportingBlocks(reporting, duties)),
  ];
}

const part = (text: string, blocks: Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text }, ...blocks];

/** The formula that ends a document; it orders nothing new. */
const closing = (type: PaperType): Block => ({
  kind: 'paragraph',
  text: `Trên đây là nội dung ${type}, các cơ quan, đơn vị liên quan nghiêm túc tổ chức thực hiện./.`,
});
