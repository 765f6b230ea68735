import file from '../../../data/agencies/template-minh-ha.json' with { type: 'json' };
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Agency, AgencyKind, Directory, Level } from '../model.ts';
import { getUnit } from '../units/find.ts';
import type { Units } from '../units/model.ts';
import { parseUnits, reformed } from '../units/parse.ts';
import { makeDirectory } from './make.ts';
import { shorten, template } from './template.ts';

const sheet = (rows: readonly (readonly string[])[]): string => ['', ...rows.map((row) => row.join(','))].join('\n');

/** The administrative units of the fictional province, over time like the real ones. */
export const minhHaUnits = (): Units =>
  parseUnits({
    before: sheet(file.before),
    after: sheet(file.after),
    successions: sheet(file.successions),
    changes: '',
    formerNames: '',
  });

type More = { name: string; kind: string; level: string; under: string | null; from?: string };

/** The agencies of the fictional province of the tour and the tests: the template, and what only it has. */
export function minhHaDirectory(ids: (key: string) => string): Directory {
  const units = minhHaUnits();
  const made = makeDirectory(units, getUnit(units, 'MH', reformed), { ids });
  const agencies: Agency[] = [...made.agencies];
  for (const one of file.more as readonly More[]) {
    const from = (one.from as PlainDate | undefined) ?? template.begins;
    const parent = agencies.find(({ spans }) => spans.some(({ name, to }) => name === one.under && to === null));
    agencies.push({
      id: ids(`MH/${one.under ?? ''}/${one.name}`),
      kind: one.kind as AgencyKind,
      level: one.level as Level,
      unit: null,
      position: 100 + agencies.length - made.agencies.length,
      aliases: [],
      spans: [{ from, to: null, name: one.name, shortName: shorten(one.name), parentId: parent?.id ?? null }],
    });
  }
  return { agencies, successions: made.successions };
}
