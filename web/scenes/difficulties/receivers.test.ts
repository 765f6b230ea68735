import { describe, expect, it } from 'vitest';
import type { AgencyLine } from '../../../src/place/views.ts';
import { findReceivers } from './receivers.ts';

const agency = (id: string, name: string, more: Partial<AgencyLine> = {}): AgencyLine => ({
  ...{ id, name, shortName: null, kind: 'department', level: 'province', parentId: 'tinh', ...more },
});
const agencies = [
  agency('tinh', 'Ủy ban nhân dân tỉnh Minh Hà', { shortName: 'UBND tỉnh', kind: 'committee', parentId: null }),
  agency('noi-vu', 'Sở Nội vụ'),
  agency('nn', 'Sở Nông nghiệp và Môi trường tỉnh Minh Hà'),
  agency('tan-lap', 'Ủy ban nhân dân xã Tân Lập', { kind: 'committee', level: 'commune' }),
  agency('an-phu', 'Ủy ban nhân dân xã An Phú', { kind: 'committee', level: 'commune' }),
  agency('thon', 'Thôn Đông', { kind: 'village', level: 'commune', parentId: 'tan-lap' }),
];
const ids = (leads: string[]) => findReceivers(agencies, leads, 'tan-lap').likely.map(({ id }) => id);

describe('who is asked about a difficulty', () => {
  it('is whoever is printed as leading, then whom the unit stands under', () => {
    expect(ids(['Sở Nông nghiệp và Môi trường'])).toEqual(['nn', 'tinh']);
    expect(ids(['sở nội vụ', 'UBND các xã, phường'])).toEqual(['noi-vu', 'tinh']);
  });

  it('is not another commune where all communes lead', () => {
    expect(ids(['UBND các xã, phường, đặc khu'])).toEqual(['tinh']);
  });

  it('can be any agency of the province, never the unit itself or a village', () => {
    const { others } = findReceivers(agencies, [], 'tan-lap');
    expect(others.map(({ id }) => id)).toEqual(['noi-vu', 'nn']);
  });
});
