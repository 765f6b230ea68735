import { describe, expect, it } from 'vitest';
import type { AgencyLine } from '../../../src/place/views.ts';
import { groupsFor } from './groups.ts';

const line = (id: string, level: AgencyLine['level']): AgencyLine => ({
  ...{ id, level, name: id, shortName: null, kind: 'committee', parentId: null },
});
const labels = (id: string, lines: readonly AgencyLine[]) => groupsFor(id, lines).map(({ label }) => label);

describe('the groups a name may mean', () => {
  const today = [line('p', 'province'), line('c', 'commune')];

  it('are those of levels that are there on the day', () => {
    expect(labels('p', today)).toContain('Tất cả UBND xã, phường, đặc khu');
    expect(labels('p', today)).not.toContain('Tất cả UBND cấp huyện');
    expect(labels('p', [...today, line('d', 'district')])).toContain('Tất cả UBND cấp huyện');
  });

  it('of a commune are its own', () => {
    expect(labels('c', today)).toContain('Các phòng chuyên môn');
    expect(labels('c', today)).not.toContain('Các sở');
    expect(groupsFor('c', today)[0]?.group).toMatchObject([{ levels: ['commune'], of: 'c' }]);
  });

  it('of an issuer that is no more that day are a province’s', () => {
    expect(labels('gone', today)).toContain('Các sở');
  });
});
