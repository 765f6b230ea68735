import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Reading } from '../../plan/model.ts';
import { findIssuer } from '../resolve/issuer.ts';
import { resolve } from '../resolve/resolve.ts';
import { communesOf, unitsOf } from '../units/find.ts';
import { minhHaDirectory, minhHaUnits } from './minh-ha.ts';
import { agenciesOn } from './on.ts';

const day = (text: string): PlainDate => text as PlainDate;
const directory = minhHaDirectory((key) => key);

describe('the fictional province', () => {
  it('has three districts of communes before, twenty-four communes since', () => {
    const units = minhHaUnits();
    expect(unitsOf(units, 'MH', day('2025-06-30')).length).toBe(3);
    expect(communesOf(units, 'MH', day('2025-06-30')).length).toBe(48);
    expect(communesOf(units, 'MH', day('2025-07-01')).length).toBe(24);
    const parts = [...units.successorsOf.values()].flat().filter(({ share }) => share === 'part');
    expect(parts.length).toBeGreaterThan(3);
  });

  it('has its departments, villages and schools', () => {
    const there = agenciesOn(directory, day('2026-01-10'));
    expect(there.filter(({ agency }) => agency.kind === 'village').length).toBe(17);
    expect(there.filter(({ agency }) => agency.kind === 'department').length).toBeGreaterThan(11);
    expect(new Set(directory.agencies.map(({ id }) => id)).size).toBe(directory.agencies.length);
  });

  it.each([
    ['minh-chau-2024', 'UBND thành phố Minh Châu', '2024-04-01'],
    ['minh-ha-2025', 'UBND tỉnh Minh Hà', '2025-01-14'],
    ['minh-ha-2026', 'UBND tỉnh Minh Hà', '2026-02-05'],
    ['hon-suong-2026', 'UBND đặc khu Hòn Sương', '2026-03-10'],
    ['minh-chau-2026', 'UBND phường Minh Châu', '2026-04-08'],
  ])('knows nearly everybody its sample plan names: %s', (sample, issuer, on) => {
    const path = join(import.meta.dirname, '..', '..', '..', 'samples', 'expected', `${sample}.json`);
    const { tasks } = JSON.parse(readFileSync(path, 'utf8')) as Reading;
    const issuerId = findIssuer(directory, issuer, day(on)) ?? '';
    const names = tasks.flatMap(({ lead, implement, cooperate, monitor }) => [
      ...lead,
      ...implement,
      ...cooperate,
      ...monitor,
    ]);
    const waiting = names.filter((name) => resolve(name, { directory, on: day(on), issuerId }).to === 'queue');
    expect(names.length).toBeGreaterThan(20);
    // Four of one sample's 79 wait: kinds of bodies ("các bệnh viện công lập"), and "các đoàn thể" of no level.
    expect(waiting.length / names.length, waiting.join('; ')).toBeLessThan(0.06);
  });
});
