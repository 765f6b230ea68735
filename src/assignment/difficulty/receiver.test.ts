import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Around, type Party, rankReceivers } from './receiver.ts';

const party = (agencyId: string, kind: Party['kind'], level: Party['level'], parentId: string | null): Party => {
  return { agencyId, kind, level, parentId };
};
const parties = {
  tinh: party('tinh', 'committee', 'province', null),
  'noi-vu': party('noi-vu', 'department', 'province', 'tinh'),
  'tai-chinh': party('tai-chinh', 'department', 'province', 'tinh'),
  'mat-tran': party('mat-tran', 'front', 'province', null),
  'tan-lap': party('tan-lap', 'committee', 'commune', 'tinh'),
  'an-phu': party('an-phu', 'committee', 'commune', 'tinh'),
  'hoa-binh': party('hoa-binh', 'committee', 'commune', 'tinh'),
  'pvh-tan-lap': party('pvh-tan-lap', 'division', 'commune', 'tan-lap'),
  'pkt-tan-lap': party('pkt-tan-lap', 'division', 'commune', 'tan-lap'),
  'pvh-an-phu': party('pvh-an-phu', 'division', 'commune', 'an-phu'),
} as const;
type Name = keyof typeof parties;

const ask = (asker: Name, leads: Name[], monitors: Name[] = [], focalId: Name | null = 'noi-vu') => {
  const of = (names: Name[]) => names.map((name) => parties[name]);
  return rankReceivers({ asker: parties[asker], leads: of(leads), monitors: of(monitors), focalId });
};
const communes: Name[] = ['an-phu', 'hoa-binh', 'tan-lap'];

describe('a difficulty goes', () => {
  it.each<[string, Name, Name[], Name[], string | undefined]>([
    ['to whoever leads alone', 'tan-lap', ['tai-chinh'], ['mat-tran'], 'tai-chinh lead'],
    ['to the one lead beside the unit itself', 'tan-lap', ['tan-lap', 'tai-chinh'], [], 'tai-chinh lead'],
    ['to the one lead that is no peer', 'tan-lap', [...communes, 'tai-chinh'], [], 'tai-chinh lead'],
    ['to who monitors, where all communes lead', 'tan-lap', communes, ['tai-chinh'], 'tai-chinh monitor'],
    ['to who monitors, where several lead', 'tan-lap', ['noi-vu', 'tai-chinh'], ['mat-tran'], 'mat-tran monitor'],
    ['to the first of several leads, where nobody monitors', 'tan-lap', ['tai-chinh', 'noi-vu'], [], 'tai-chinh guide'],
    ['to whom the unit stands under, where only peers lead', 'tan-lap', communes, [], 'tinh parent'],
    ['there too where only peers monitor', 'tan-lap', [], ['an-phu'], 'tinh parent'],
    ['there too where nobody leads', 'tan-lap', [], [], 'tinh parent'],
    ['between departments to the one that leads', 'noi-vu', ['tai-chinh'], [], 'tai-chinh lead'],
    ['not from a department down to the communes that lead', 'tai-chinh', communes, [], 'tinh parent'],
    ['between divisions of one commune to the one that leads', 'pkt-tan-lap', ['pvh-tan-lap'], [], 'pvh-tan-lap lead'],
    ['not to the division of another commune', 'pvh-tan-lap', ['pvh-an-phu'], [], 'tan-lap parent'],
    ['from who stands under nobody to the focal office', 'mat-tran', ['mat-tran'], [], 'noi-vu focal'],
    ['from the focal office itself to nobody, where nobody else is there', 'tinh', [], [], 'noi-vu focal'],
  ])('%s', (_, asker, leads, monitors, expected) => {
    const [first] = ask(asker, leads, monitors);
    expect(first && `${first.agencyId} ${first.as}`).toBe(expected);
  });

  it('to nobody, where there is nobody', () => {
    expect(ask('mat-tran', ['mat-tran'], [], null)).toEqual([]);
    expect(ask('mat-tran', [], [], 'mat-tran')).toEqual([]);
  });

  it('first to one, and the others can be chosen, each once with its first reason', () => {
    expect(ask('tan-lap', ['noi-vu'], ['tai-chinh', 'noi-vu'], 'tai-chinh')).toEqual([
      { agencyId: 'noi-vu', as: 'lead' },
      { agencyId: 'tai-chinh', as: 'monitor' },
      { agencyId: 'tinh', as: 'parent' },
    ]);
  });
});

it('no unit is ever told to ask itself, or another commune', () => {
  const names = Object.keys(parties) as Name[];
  const some = fc.subarray(names);
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      some,
      some,
      fc.option(fc.constantFrom(...names)),
      (asker, leads, monitors, focal) => {
        const around: Around = {
          ...{ asker: parties[asker], leads: leads.map((name) => parties[name]), focalId: focal },
          monitors: monitors.map((name) => parties[name]),
        };
        const told = rankReceivers(around);
        expect(new Set(told.map(({ agencyId }) => agencyId)).size).toBe(told.length);
        for (const { agencyId, as } of told) {
          expect(agencyId).not.toBe(asker);
          if (as !== 'focal' && parties[asker].kind === 'committee' && parties[asker].level === 'commune')
            expect(communes).not.toContain(agencyId);
        }
      },
    ),
  );
});
