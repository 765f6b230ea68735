import { describe, expect, it } from 'vitest';
import type { Entry } from './api.ts';
import { filterEntries } from './filter.ts';
import { sayReference, sayState, saySubject, toEntryRows } from './say.ts';
import { readOversightSearch, stateOf } from './search.ts';

const one = (id: string, more: Partial<Entry> = {}): Entry => ({
  ...{ id, agencyId: 'xa', heldBy: 'xa', about: 'item', itemId: 'i', itemText: 'Niêm yết danh sách', index: 'PAPI' },
  ...{ dimension: '2', component: 'Công khai', day: '2026-05-02', form: 'thematic', participants: null },
  ...{ seen: 'Chưa niêm yết ở thôn Đông', recommendation: 'Niêm yết đủ', wishedBy: '2026-05-20', references: [] },
  ...{ recordedAt: '2026-05-02T02:00:00Z', recordedBy: 'Hoàng Thị Yến', recordedByUnit: 'Ủy ban MTTQ' },
  ...{ status: 'waiting', answeredOn: null, days: 3, late: false, answers: false, follows: false, ...more },
});
const agencies = [{ id: 'xa', name: 'UBND xã Tân Lập', kind: 'committee', level: 'commune', asked: false }];
const ids = (entries: Entry[], search: Parameters<typeof filterEntries>[1]) =>
  filterEntries({ entries, agencies }, search).map(({ id }) => id);

describe('the register of oversight', () => {
  it('tells what waits from what waits too long and what did not satisfy', () => {
    const all = [one('a'), one('b', { late: true }), one('c', { status: 'unsatisfied', late: true })];
    expect(ids(all, { 'trang-thai': 'cho' })).toEqual(['a']);
    expect(ids(all, { 'trang-thai': 'qua-ngay' })).toEqual(['b']);
    expect(ids(all, { 'trang-thai': 'chua-thoa-dang' })).toEqual(['c']);
  });

  it('is narrowed by form, by unit (the one it was merged into too), and by what waits for me', () => {
    const all = [one('a', { form: 'check', answers: true }), one('b', { heldBy: 'xa-moi', follows: true })];
    expect(ids(all, { 'hinh-thuc': 'kiem-tra' })).toEqual(['a']);
    expect(ids(all, { 'don-vi': 'xa-moi' })).toEqual(['b']);
    expect(ids(all, { 'don-vi': 'xa' })).toEqual(['a', 'b']);
    expect(ids(all, { cua: 'toi-tra-loi' })).toEqual(['a']);
    expect(ids(all, { cua: 'toi-ghi' })).toEqual(['b']);
  });

  it('finds words without diacritics: of what was seen, recommended, by whom, about which unit', () => {
    const all = [one('a'), one('b', { seen: 'Đã đủ', recommendation: null, recordedByUnit: 'HĐND xã' })];
    expect(ids(all, { tim: 'thon dong' })).toEqual(['a']);
    expect(ids(all, { tim: 'hdnd' })).toEqual(['b']);
    expect(ids(all, { tim: 'tan lap niem yet' })).toEqual(['a', 'b']);
    expect(ids(all, { tim: 'phuong' })).toEqual([]);
  });

  it('keeps of an address only what it knows', () => {
    const search = {
      'trang-thai': 'cho',
      'hinh-thuc': 'khao-sat',
      cua: 'toi-ghi',
      tim: 'niêm yết',
      xem: 'a',
      ghi: 'moi',
    };
    expect(readOversightSearch(search)).toEqual(search);
    expect(readOversightSearch({ 'trang-thai': 'lạ', 'hinh-thuc': 3, cua: '', tim: '', ghi: 'x' })).toEqual({});
  });
});

describe('an entry', () => {
  it('says how long it waits, and what it is about', () => {
    expect(sayState(one('a'))).toEqual({ tone: 'due', word: 'Chờ trả lời, 3 ngày' });
    expect(sayState(one('a', { days: 0 })).word).toBe('Chờ trả lời');
    expect(stateOf(one('a', { status: 'answered', late: true }))).toBe('da-tra-loi');
    expect(saySubject(one('a'))).toBe('Niêm yết danh sách');
    expect(saySubject(one('a', { about: 'component', itemText: null }))).toBe('PAPI · Công khai');
    expect(saySubject(one('a', { about: 'component', component: null }))).toBe('PAPI · Lĩnh vực 2');
    expect(saySubject(one('a', { about: 'unit' }))).toBe('Chung về đơn vị');
  });

  it('becomes a row of a file with all of it, a heading for each cell', () => {
    const reference = { what: 'Biên bản', number: '03/BB', date: '2026-05-02', address: 'https://mattran.example/03' };
    expect(sayReference(reference)).toBe('Biên bản số 03/BB ngày 02/05/2026');
    const [headings, row] = toEntryRows({ entries: [one('a', { references: [reference] })], agencies });
    expect(row).toHaveLength(headings?.length ?? 0);
    expect(row).toContain('Biên bản số 03/BB ngày 02/05/2026 https://mattran.example/03');
    expect(row?.slice(0, 4)).toEqual(['02/05/2026', 'UBND xã Tân Lập', 'Niêm yết danh sách', 'Giám sát chuyên đề']);
  });
});
