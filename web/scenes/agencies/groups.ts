import type { AgencyLine, NameAnswer } from '../../../src/place/views.ts';

/** Groups that a printed name may mean, for a person to pick: questions, so that whoever joins later is meant too. */

export type NameGroup = Extract<NonNullable<NameAnswer['meaning']>, { to: 'group' }>['group'];

/** Those that make sense for an issuer on the day of the tree; levels that are not there that day are left out. */
export function groupsFor(issuerId: string, lines: readonly AgencyLine[]): { label: string; group: NameGroup }[] {
  const level = lines.find(({ id }) => id === issuerId)?.level ?? 'province';
  const there = (one: AgencyLine['level']): boolean =>
    lines.some((line) => line.kind === 'committee' && line.level === one);
  const of = issuerId;
  const committees = (one: AgencyLine['level'], label: string) =>
    one !== level && there(one)
      ? [{ label, group: [{ query: 'bodies' as const, name: 'Ủy ban nhân dân', levels: [one], types: null, of }] }]
      : [];
  const own = (query: 'departments' | 'services' | 'mass', label: string, only?: string) => ({
    label,
    group: [{ query, levels: [level], of, ...(only && { only }) }],
  });
  const area = (query: 'press' | 'schools' | 'villages', label: string) => ({ label, group: [{ query, of }] });
  return [
    ...(level === 'province' ? committees('district', 'Tất cả UBND cấp huyện') : []),
    ...(level === 'commune' ? [] : committees('commune', 'Tất cả UBND xã, phường, đặc khu')),
    ...(level === 'province' ? [own('departments', 'Các sở', 'Sở')] : []),
    own('departments', level === 'province' ? 'Các sở, ban, ngành' : 'Các phòng chuyên môn'),
    own('services', 'Các đơn vị sự nghiệp'),
    own('mass', 'Các đoàn thể chính trị - xã hội'),
    area('press', 'Các cơ quan báo chí'),
    area('schools', 'Các trường học'),
    area('villages', 'Các thôn, tổ dân phố'),
  ];
}
