import { fold } from '../kernel/text.ts';
import type { TaskFields } from './model.ts';

/** The order of indices in the matrix: the two surveys, the reform index, then those of enterprises. */
const indexOrder = ['PAPI', 'SIPAS', 'PAR INDEX', 'PCI', 'PGI', 'DDCI', 'DTI'];

type Placed = Pick<TaskFields, 'index' | 'dimension' | 'component' | 'codes'> & { planId: string; order: number };

/** Tasks as the matrix shows them: by index, dimension, component, then as the plans have them; the unplaced last. */
export function orderTasks<T extends Placed>(tasks: readonly T[]): T[] {
  return tasks
    .map((task) => ({ task, key: keyOf(task) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ task }) => task);
}

type Key = (number | string)[];

function keyOf({ index, dimension, component, codes, planId, order }: Placed): Key {
  const [major = 0, minor = 0, third = 0] = (codes[0] ?? '').split('.').map((part) => Number(part) || 0);
  const place = index === null ? indexOrder.length : indexOrder.indexOf(index);
  // Without a code or a component the task is about the whole dimension: it stands before the parts.
  const components = [component === null && codes.length === 0 ? 0 : 1, major, minor, third, fold(component ?? '')];
  return [place, ...dimensionKey(dimension), ...components, planId, order];
}

/** Numbers (also roman ones) by value, other names after them, none at all last. */
function dimensionKey(dimension: TaskFields['dimension']): [number, string] {
  if (dimension === null) return [10_000, ''];
  const number = typeof dimension === 'number' ? dimension : numberOf(dimension);
  return number === undefined ? [9_999, fold(dimension as string)] : [number, ''];
}

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };

/** The value of "III", "3" or "3." */
function numberOf(text: string): number | undefined {
  const trimmed = text.trim().replace(/\.$/, '');
  if (/^\d+$/.test(trimmed)) return Number(trimmed);
  if (!/^[IVXL]+$/.test(trimmed)) return undefined;
  const digits = [...trimmed].map((letter) => romanDigits[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

function compareKeys(a: Key, b: Key): number {
  for (const [i, x] of a.entries()) {
    const y = b[i] as typeof x;
    if (x < y) return -1;
    if (x > y) return 1;
  }
  return 0;
}
