import type { Target } from '../../plan/model.ts';
import type { Definition } from './model.ts';
import { sayTarget } from './say.ts';
import { findTarget } from './summarize.ts';

/** An indicator tied to a task, as a target of it: what reports ask for, in the words of the indicator. */
export function targetOf(definition: Definition | undefined, year: number, ended: boolean): Target {
  const name = definition?.name ?? 'Chỉ tiêu';
  const goal = definition && findTarget(definition, String(year), null);
  const [baseline] = definition?.baselines.filter(({ agencyId }) => agencyId === null) ?? [];
  const said = goal && definition ? `${name}: ${sayTarget(definition, goal)}` : name;
  return {
    ...{ subject: name, unit: definition ? unitOf(definition) : null, op: goal?.op ?? opOf(definition) },
    ...{ value: goal?.value ?? null, baseline: (definition?.kind === 'change' && baseline?.year) || null },
    quote: ended ? `${said} (đã thôi gắn với nhiệm vụ)` : said,
  };
}

/** A report tells by the unit and the sign of a target how its figures are given: they say what the indicator is. */
const unitOf = ({ kind, unit }: Definition): string | null =>
  kind === 'share' || kind === 'change' ? '%' : unit || null;
const opOf = (definition: Definition | undefined): Target['op'] =>
  definition?.kind !== 'change' ? '=' : definition.better === 'up' ? 'increase' : 'decrease';
