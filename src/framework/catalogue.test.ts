import { describe, expect, test } from 'vitest';
import { allFrameworks, frameworkFor, parseFile } from './catalogue.ts';

const partsOf = (index: string, year: number) =>
  frameworkFor(index, year)
    ?.nodes.filter((node) => node.parent !== null)
    .map((node) => node.code) ?? [];
const topsOf = (index: string, year: number) =>
  frameworkFor(index, year)?.nodes.filter((node) => node.parent === null) ?? [];

describe('the frameworks', () => {
  test('PAPI has 28 parts in 2018, 29 in 2019 and 2020, 28 since 2021, always under the numbers of 2018', () => {
    expect(partsOf('PAPI', 2018)).toHaveLength(28);
    expect(partsOf('PAPI', 2019)).toHaveLength(29);
    expect(partsOf('PAPI', 2020)).toContain('5.2');
    expect(partsOf('PAPI', 2024)).toHaveLength(28);
    expect(partsOf('PAPI', 2024)).not.toContain('5.2');
    expect(partsOf('PAPI', 2024)).toContain('5.4');
    expect(partsOf('PAPI', 2018)).not.toContain('8.3');
  });

  test('every PAPI node has a Vietnamese and an English name', () => {
    for (const node of frameworkFor('PAPI', 2024)?.nodes ?? []) expect(node.nameEn).not.toBeNull();
  });

  test('SIPAS has 39 statements in 9 factors since 2023 and 33 before', () => {
    expect(partsOf('SIPAS', 2024)).toHaveLength(39);
    expect(topsOf('SIPAS', 2024)).toHaveLength(9);
    expect(partsOf('SIPAS', 2022)).toHaveLength(33);
    expect(topsOf('SIPAS', 2019)).toHaveLength(5);
  });

  test('PAR INDEX has 8 fields for a province since 2022 and 9 for a district before', () => {
    expect(topsOf('PAR INDEX', 2024)).toHaveLength(8);
    expect(topsOf('PAR INDEX', 2019)).toHaveLength(9);
    expect(frameworkFor('PAR INDEX', 2025)?.nodes[6]?.name).toBe('Chuyển đổi số trong các cơ quan nhà nước');
  });

  test('a year no version covers gets the nearest version, an unknown year the newest, an unknown index none', () => {
    expect(frameworkFor('PAPI', 2012)?.version).toBe('2018');
    expect(frameworkFor('PAPI', 2031)?.version).toBe('2021-2024');
    expect(frameworkFor('SIPAS', null)?.version).toBe('39');
    expect(frameworkFor('PCI', 2024)).toBeUndefined();
    expect(frameworkFor(null, 2024)).toBeUndefined();
  });

  test('index, level and version name one framework', () => {
    const names = allFrameworks().map(({ index, version }) => `${index} ${version}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('a file with a node that hangs on nothing is refused', () => {
    const node = { code: '1.1', parent: '1', name: 'a', nameEn: null, also: [], keywords: [] };
    const versions = [{ version: '1', from: null, to: null, source: 's' }];
    const file = { index: 'X', name: 'x', nameEn: null, source: 's', note: 'n', versions, nodes: [node] };
    expect(() => parseFile(file)).toThrow('1.1');
    expect(() => parseFile({ ...file, nodes: [] })).not.toThrow();
  });
});
