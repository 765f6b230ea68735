import { describe, expect, it } from 'vitest';
import { findBelonging, type NamedAgency } from './belonging.ts';

const agencies: NamedAgency[] = [
  { id: 'ubnd', name: 'Ủy ban nhân dân tỉnh Minh Hà', shortName: 'UBND tỉnh' },
  { id: 'noi-vu', name: 'Sở Nội vụ', shortName: null },
  { id: 'y-te', name: 'Sở Y tế tỉnh Minh Hà', shortName: 'Sở Y tế' },
  { id: 'tan-lap', name: 'UBND xã Tân Lập', shortName: null },
  { id: 'tan-lap-dong', name: 'UBND xã Tân Lập Đông', shortName: null },
  { id: 'ban-1', name: 'Ban Quản lý dự án', shortName: null },
  { id: 'ban-2', name: 'Ban quản lý dự án', shortName: null },
];

describe('the agency an officer says they are of', () => {
  it.each([
    ['Sở Nội vụ', 'noi-vu'],
    ['Sở Nội vụ tỉnh Minh Hà', 'noi-vu'],
    ['  sở  NỘI VỤ ', 'noi-vu'],
    ['Sở Y tế', 'y-te'],
    ['Ủy ban nhân dân xã Tân Lập', 'tan-lap'],
    ['UBND tỉnh Minh Hà', 'ubnd'],
    ['UBND xã Tân Lập Đông', 'tan-lap-dong'],
  ])('“%s” is %s', (unit, id) => {
    expect(findBelonging(agencies, unit)).toBe(id);
  });

  it.each([
    '',
    'Sở',
    'Sở Nội vu',
    'UBND xã Tân',
    'Ban Quản lý dự án',
    'Sở Nội vụ và Lao động',
    'Trung tâm Chuyển đổi số',
  ])('“%s” names none, or several', (unit) => {
    expect(findBelonging(agencies, unit)).toBeUndefined();
  });
});
