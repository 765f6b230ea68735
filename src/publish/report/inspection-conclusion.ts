import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Finding, InspectionState } from '../../report/inspection/model.ts';
import { kindWords } from '../../report/inspection/words.ts';
import type { Block, Paper, Row } from '../paper/model.ts';
import { type Issuer, letterheadOf } from './letterhead.ts';
import { blocksOf, dashes, part, sayDay } from './lines.ts';

export type InspectionConclusion = {
  issuer: Issuer;
  /** the unit that was inspected */
  unit: string;
  state: InspectionState;
  /** "2.1. Tiếp cận thông tin" for a component of an index */
  nameComponent: (component: Finding['component']) => string | null;
  nameAgency: (id: string | null) => string;
  /** the day it is printed where nothing else says its year */
  today: PlainDate;
};

/** What an inspection came to, as the notice of its conclusion (thông báo kết luận kiểm tra). */
export function inspectionConclusionPaper({
  issuer,
  unit,
  state,
  nameComponent,
  nameAgency,
  today,
}: InspectionConclusion): Paper {
  const { planned, openedOn, assessment, number, date } = state;
  const findings = state.findings.filter(({ status }) => status !== 'withdrawn');
  const day = openedOn ?? planned.day;
  const contents = planned.components.flatMap((one) => nameComponent(one) ?? []);
  const where = planned.places.length > 0 ? `, tại ${planned.places.join(', ')}` : '';
  const joined = planned.joinedWith === null ? '' : ` (kết hợp với ${planned.joinedWith})`;
  const team = [`Trưởng đoàn: ${planned.lead}`, ...planned.members.map((name) => `Thành viên: ${name}`)];
  return {
    ...{ type: 'Thông báo', ...letterheadOf(issuer, 'TB'), number, date, year: Number((date ?? today).slice(0, 4)) },
    title: `Kết luận kiểm tra ${withinSentence(planned.subject)} tại ${unit}`,
    ...{ addressees: [], bases: [], appendices: [] },
    blocks: [
      {
        kind: 'paragraph',
        text: `Ngày ${sayDay(day)}, đoàn kiểm tra của ${issuer.name} đã kiểm tra ${unit}${where}${joined}; hình thức: ${kindWords[planned.kind].toLocaleLowerCase('vi')}. ${issuer.name} thông báo kết luận kiểm tra như sau:`,
      },
      ...part('THÀNH PHẦN, NỘI DUNG KIỂM TRA', [...dashes(team), ...contentBlocks(planned.subject, contents)]),
      ...part('KẾT QUẢ KIỂM TRA', blocksOf(assessment ?? '')),
      ...part('TỒN TẠI, HẠN CHẾ', foundBlocks(findings, nameComponent)),
      ...part('YÊU CẦU KHẮC PHỤC', remedyBlocks(findings, nameAgency)),
      {
        kind: 'paragraph',
        text: `${issuer.name} thông báo để ${unit} và các đơn vị có liên quan biết, thực hiện./.`,
      },
    ],
    recipients: [
      ...new Set([unit, ...findings.flatMap(({ agencyId }) => (agencyId ? nameAgency(agencyId) : []))]),
      'Lưu: VT',
    ],
  };
}

/** A subject as it stands within a sentence: "Công khai, …" begins small, "PAPI …" stays as it is. */
const withinSentence = (text: string): string =>
  text.replace(/[.;\s]+$/u, '').replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLocaleLowerCase('vi'));

const contentBlocks = (subject: string, components: readonly string[]): Block[] => [
  { kind: 'paragraph', text: `Nội dung kiểm tra: ${subject.replace(/[.;\s]+$/u, '')}.` },
  ...dashes(components),
];

function foundBlocks(findings: readonly Finding[], nameComponent: InspectionConclusion['nameComponent']): Block[] {
  if (findings.length === 0) return [{ kind: 'paragraph', text: 'Qua kiểm tra không phát hiện tồn tại, hạn chế.' }];
  return dashes(
    findings.map(({ text, component, place }) => {
      const about = [nameComponent(component), place].filter(Boolean).join(', ');
      const said = text.replace(/\s+/gu, ' ').replace(/[.;\s]+$/u, '');
      return about === '' ? said : `${said} (${about})`;
    }),
  );
}

function remedyBlocks(findings: readonly Finding[], nameAgency: InspectionConclusion['nameAgency']): Block[] {
  const asked = findings.filter(({ remedy }) => remedy !== null);
  if (asked.length === 0) return [];
  const rows = asked.map(
    ({ remedy, agencyId, due, status, closedOn }): Row => ({
      kind: 'row',
      cells: [
        { lines: (remedy ?? '').split('\n') },
        { lines: [nameAgency(agencyId)] },
        { lines: [due === null ? '' : sayDay(due)] },
        { lines: [status === 'closed' && closedOn !== null ? `Đã xong ngày ${sayDay(closedOn)}` : 'Phải khắc phục'] },
      ],
    }),
  );
  return [
    { kind: 'paragraph', text: 'Các đơn vị khắc phục và báo cáo kết quả kèm tài liệu kiểm chứng theo bảng sau:' },
    {
      kind: 'table',
      table: {
        columns: [
          { header: 'Việc phải khắc phục', share: 44, align: 'left' },
          { header: 'Đơn vị thực hiện', share: 24, align: 'left' },
          { header: 'Thời hạn', share: 16, align: 'center' },
          { header: 'Tình trạng', share: 16, align: 'center' },
        ],
        counted: 'through',
        rows,
      },
    },
  ];
}
