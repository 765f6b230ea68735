import { expect, it } from 'vitest';
import type { Framework } from '../api.ts';
import { findFramework, sayNode } from './framework.ts';

const framework = (
  version: string,
  from: number | null,
  to: number | null,
  level: Framework['level'] = 'province',
) => ({
  ...{ index: 'SIPAS', version, from, to, level, name: 'Chỉ số hài lòng' },
  nodes: [{ code: '4.1', parent: '4', name: 'Công chức', nameEn: null }],
});
const all = [
  framework('huyện', null, 2016, 'district'),
  framework('5', 2017, 2020),
  framework('33', 2021, 2022),
  framework('39', 2023, null),
  framework('xã', 2023, null, 'commune'),
];

it.each([
  [2018, '5'],
  [2022, '33'],
  [2030, '39'],
  [2015, 'huyện'],
  [null, '39'],
])('takes for %s the version %s', (year, version) => {
  expect(findFramework(all, 'SIPAS', year)?.version).toBe(version);
});

it('knows no version of an index without one', () => {
  expect(findFramework(all, 'PCI', 2024)).toBeUndefined();
  expect(findFramework([], null, null)).toBeUndefined();
});

it('says a code with its name, or alone where none is known', () => {
  expect(sayNode(all[3], '4.1')).toBe('4.1. Công chức');
  expect(sayNode(all[3], '9')).toBe('9');
  expect(sayNode(undefined, 'III')).toBe('III');
});
