import { formatPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { AgencyKind, Directory, Level } from '../model.ts';
import { findDoubt } from './doubts.ts';

/**
 * A directory as rows of two sheets, for a workbook: one row for each span of an agency, one for each succession. The last column
 * tells what the template could not prove; it is not taken in again.
 */
export const agencyHeadings = [
  'Mã',
  'Tên',
  'Tên viết tắt',
  'Loại',
  'Cấp',
  'Trực thuộc (mã)',
  'Từ ngày',
  'Đến hết ngày',
  'Cách gọi khác',
  'Đơn vị hành chính',
  'Chưa kiểm chứng',
] as const;
export const successionHeadings = ['Từ cơ quan (mã)', 'Sang cơ quan (mã)', 'Từ ngày', 'Mảng việc'] as const;

export const kindNames: Record<AgencyKind, string> = {
  committee: 'UBND',
  council: 'HĐND',
  department: 'Sở, ngành',
  division: 'Phòng',
  service: 'Đơn vị sự nghiệp',
  party: 'Cơ quan Đảng',
  front: 'Mặt trận',
  mass: 'Đoàn thể',
  central: 'Ngành dọc',
  village: 'Thôn, tổ dân phố',
  other: 'Khác',
};
export const levelNames: Record<Level, string> = {
  central: 'Trung ương',
  province: 'Tỉnh',
  district: 'Huyện',
  commune: 'Xã',
  village: 'Thôn',
};

const sayDay = (day: PlainDate | null): string => (day ? formatPlainDate(day) : '');

/** The rows of both sheets, without headings. */
export function toRows({ agencies, successions }: Directory): { agencies: string[][]; successions: string[][] } {
  return {
    agencies: agencies.flatMap((agency) => {
      const { id, kind, level, unit, aliases, spans } = agency;
      const doubt = findDoubt(agency) ?? '';
      return spans.map(({ from, to, name, shortName, parentId }) => [
        ...[id, name, shortName ?? '', kindNames[kind], levelNames[level], parentId ?? '', sayDay(from), sayDay(to)],
        ...[aliases.join('; '), unit ? `${unit.code} từ ${formatPlainDate(unit.validFrom)}` : '', doubt],
      ]);
    }),
    successions: successions.map((one) => [one.fromId, one.toId, sayDay(one.effective), one.function ?? '']),
  };
}
