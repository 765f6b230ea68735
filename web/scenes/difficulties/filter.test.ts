import { describe, expect, it } from 'vitest';
import type { DifficultyView } from '../../../src/assignment/views.ts';
import type { Session } from '../../../src/people/views.ts';
import { filterDifficulties } from './filter.ts';

const one = (id: string, more: Partial<DifficultyView> = {}): DifficultyView => ({
  ...{ id, itemId: 'i', itemText: 'Niêm yết danh sách', component: 'Công khai', assignmentId: null, agencyId: 'xa' },
  ...{ text: 'Thiếu kinh phí', raisedAt: '2026-05-01T01:00:00Z', raisedBy: 'Lê Văn An', toAgencyId: 'so' },
  ...{ answerBy: null, status: 'raised', answeredOn: null, days: 3, late: false, ...more },
});
const agencies = [
  { id: 'xa', name: 'UBND xã Tân Lập', kind: 'committee', level: 'commune', asked: false },
  { id: 'so', name: 'Sở Nội vụ', kind: 'department', level: 'province', asked: false },
];
const session = { roles: [{ role: 'officer', agencies: ['xa'] }] } as unknown as Session;
const ids = (difficulties: DifficultyView[], search: Parameters<typeof filterDifficulties>[1]) =>
  filterDifficulties({ difficulties, agencies }, search, session).map(({ id }) => id);

describe('the register of difficulties', () => {
  it('tells what waits from what waits too long', () => {
    const all = [one('a'), one('b', { late: true }), one('c', { status: 'answered', late: true })];
    expect(ids(all, { 'trang-thai': 'cho' })).toEqual(['a']);
    expect(ids(all, { 'trang-thai': 'qua-han' })).toEqual(['b']);
    expect(ids(all, { 'trang-thai': 'da-tra-loi' })).toEqual(['c']);
  });

  it('knows what my unit raised and what it is to answer', () => {
    const all = [one('a'), one('b', { agencyId: 'so', toAgencyId: 'xa' })];
    expect(ids(all, { cua: 'toi-neu' })).toEqual(['a']);
    expect(ids(all, { cua: 'toi-tra-loi' })).toEqual(['b']);
  });

  it('finds words without diacritics, names of agencies too', () => {
    const all = [one('a'), one('b', { text: 'Chưa có mẫu' })];
    expect(ids(all, { tim: 'kinh phi' })).toEqual(['a']);
    expect(ids(all, { tim: 'so noi vu' })).toEqual(['a', 'b']);
    expect(ids(all, { tim: 'phuong' })).toEqual([]);
  });
});
