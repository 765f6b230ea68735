import type { Margin, WeightStep } from '../model.ts';
import { asList, asMapping, asName, asNames, asNumber, asOneOf, type Written, WrittenWrong } from '../written.ts';

/** The steps of `calibrate` in a design file: each is told by the key that names it. */
const kinds = ['respond', 'poststratify', 'rake', 'calibrate'] as const;
const keys: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
  respond: ['respond', 'classes'],
  poststratify: ['poststratify', 'totals'],
  rake: ['rake'],
  calibrate: ['calibrate', 'totals', 'bounds', 'margins'],
};

export function parseWeightSteps(value: unknown): WeightStep[] {
  return asList(value).map((one, i) => {
    const where = `Bước ${i + 1} của “calibrate”`;
    const any = asMapping(one, where, [...new Set(Object.values(keys).flat())]);
    const named = kinds.filter((kind) => any[kind] !== undefined);
    const [kind] = named;
    if (kind === undefined || named.length > 1)
      throw new WrittenWrong(`${where} phải bắt đầu bằng đúng một trong: ${kinds.join(', ')}.`);
    return stepOf(kind, asMapping(one, where, keys[kind]), where);
  });
}

function stepOf(kind: (typeof kinds)[number], written: Written, where: string): WeightStep {
  switch (kind) {
    case 'respond':
      return {
        step: 'respond',
        responded: asName(written.respond, `${where}: “respond”`),
        classes: asNames(written.classes, `${where}: “classes”`),
      };
    case 'poststratify':
      return { step: 'poststratify', margin: marginOf(written.poststratify, written.totals, where) };
    case 'rake':
      return { step: 'rake', margins: marginsOf(written.rake, where) };
    case 'calibrate':
      return calibrationOf(written, where);
  }
}

function calibrationOf({ calibrate, bounds, totals, margins }: Written, where: string): WeightStep {
  const [low, high, more] = asList(bounds).map((one) => asNumber(one, `${where}: “bounds”`));
  if (bounds !== undefined && (low === undefined || high === undefined || more !== undefined || low >= high))
    throw new WrittenWrong(`${where}: “bounds” gồm hai số tăng dần, ví dụ [0.3, 3].`);
  return {
    step: 'calibrate',
    distance: asOneOf(calibrate, ['linear', 'raking', 'logit'], `${where}: “calibrate”`),
    ...(low !== undefined && high !== undefined && { bounds: [low, high] as [number, number] }),
    totals: totals === undefined ? {} : totalsOf(totals, 1, where),
    ...(margins !== undefined && { margins: marginsOf(margins, where) }),
  };
}

const marginsOf = (value: unknown, where: string): Margin[] =>
  asList(value).map((one, i) => {
    const here = `${where}, biên ${i + 1}`;
    const { by, totals } = asMapping(one, here, ['by', 'totals']);
    return marginOf(by, totals, here);
  });

function marginOf(by: unknown, totals: unknown, where: string): Margin {
  const columns = asNames(by, where);
  if (columns.length === 0) throw new WrittenWrong(`${where} phải nêu cột của biên.`);
  return { columns, totals: totalsOf(totals, columns.length, where) };
}

/** Population per category; categories of several columns may be joined by `*` as well as by ` × `. */
function totalsOf(value: unknown, columns: number, where: string): Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new WrittenWrong(`${where}: “totals” phải gồm các dòng “nhóm: số người”.`);
  return Object.fromEntries(
    Object.entries(value).map(([key, total]) => [
      columns > 1 ? key.split(/\s*[*×]\s*/).join(' × ') : key,
      asNumber(total, `${where}: tổng của “${key}”`),
    ]),
  );
}
