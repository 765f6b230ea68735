import { describe, expect, it } from 'vitest';
import type { AgencyLine } from '../../../src/place/views.ts';
import { askedOf, type Filled, nothingFilled } from './asked.ts';
import { levelOf, newMade } from './founding.ts';

const line = (id: string, more: Partial<AgencyLine> = {}): AgencyLine => ({
  ...{ id, level: 'province', name: id, shortName: null, kind: 'department', parentId: 'tỉnh' },
  ...more,
});
const lines = [
  line('tỉnh', { kind: 'committee', parentId: null }),
  line('sở'),
  line('xã', { kind: 'committee', level: 'commune' }),
  line('phòng', { kind: 'division', level: 'commune', parentId: 'xã' }),
];
const filled = (more: Partial<Filled>): Filled => ({ ...nothingFilled(), ...more });
const made = (name: string, more = {}) => ({ ...newMade(), name, part: `việc của ${name}`, ...more });

describe('a split', () => {
  it('makes several agencies in one go, each with its name, kind, parent and part', () => {
    const parts = [made('Sở A'), made('Trung tâm B', { kind: 'service', under: 'sở' }), made('Ban C', { under: null })];
    expect(askedOf('split', filled({ ids: ['sở'], made: parts, keeps: false }), lines)).toEqual({
      ...{ kind: 'split', id: 'sở', keeps: false },
      parts: [
        { founding: founding(parts[0], 'department', 'tỉnh'), function: 'việc của Sở A' },
        { founding: founding(parts[1], 'service', 'sở'), function: 'việc của Trung tâm B' },
        { founding: founding(parts[2], 'department', null), function: 'việc của Ban C' },
      ],
    });
  });

  it('is not whole while one of them has no name or no part', () => {
    for (const lacking of [made(' '), made('Sở B', { part: '' })])
      expect(askedOf('split', filled({ ids: ['sở'], made: [made('Sở A'), lacking] }), lines)).toBeNull();
  });
});

const founding = (one: { id: string; name: string } | undefined, kind: string, parentId: string | null) => ({
  ...{ id: one?.id, name: one?.name, kind, level: 'province', shortName: null, parentId },
});

describe('an agency that begins', () => {
  const begin = (more: object) => askedOf('create', filled({ made: [made('Mới', more)] }), lines);

  it('is proposed by whom it stands under, and may be of any kind', () => {
    expect(begin({ under: 'tỉnh' })).toMatchObject({ founding: { kind: 'department', level: 'province' } });
    expect(begin({ under: 'xã' })).toMatchObject({ founding: { kind: 'division', level: 'commune' } });
    expect(begin({ under: 'xã', kind: 'village' })).toMatchObject({ founding: { kind: 'village', level: 'village' } });
    expect(begin({ under: 'tỉnh', kind: 'party' })).toMatchObject({ founding: { kind: 'party', level: 'province' } });
  });

  it('may stand at the top, but that has to be said', () => {
    expect(begin({ under: null, kind: 'committee' })).toMatchObject({
      founding: { parentId: null, level: 'province' },
    });
    expect(begin({})).toBeNull();
  });

  it('that is a committee is of the next level there is that day', () => {
    expect(levelOf('committee', 'tỉnh', lines)).toBe('commune');
    const before = [...lines, line('huyện', { kind: 'committee', level: 'district' })];
    expect(levelOf('committee', 'tỉnh', before)).toBe('district');
    expect(levelOf('committee', 'huyện', before)).toBe('commune');
    expect(levelOf('division', 'huyện', before)).toBe('district');
  });
});

describe('an agency that is moved', () => {
  it('goes under another or to the top; neither is guessed', () => {
    expect(askedOf('move-parent', filled({ ids: ['phòng'], under: 'tỉnh' }), lines)).toMatchObject({
      parentId: 'tỉnh',
    });
    expect(askedOf('move-parent', filled({ ids: ['phòng'], under: null }), lines)).toMatchObject({ parentId: null });
    expect(askedOf('move-parent', filled({ ids: ['phòng'] }), lines)).toBeNull();
  });
});

it('a merger makes an agency of the kind of the first, or of another', () => {
  const merged = (more: object) =>
    askedOf('merge', filled({ ids: ['phòng', 'sở'], makes: true, made: [made('Mới', more)] }), lines);
  expect(merged({})).toMatchObject({ into: { founding: { kind: 'division', parentId: 'xã', level: 'commune' } } });
  expect(merged({ kind: 'service', under: 'tỉnh' })).toMatchObject({ into: { founding: { level: 'province' } } });
});
