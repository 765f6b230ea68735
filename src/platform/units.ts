import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Units } from '../place/units/model.ts';
import { parseUnits } from '../place/units/parse.ts';

const folder = join(import.meta.dirname, '..', '..', 'data', 'units');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

let loaded: Units | undefined;

/** The administrative units of the country, read from data/units when first asked for. */
export function loadUnits(): Units {
  loaded ??= parseUnits({
    before: read('units-2025-03-01.csv'),
    after: read('units-2025-07-01.csv'),
    successions: read('successions-2025-07-01.csv'),
    changes: read('changes.csv'),
    formerNames: read('former-names.csv'),
  });
  return loaded;
}
