import { asList, asMapping, asName, asNumber, parseYaml, readWritten, type Written, WrittenWrong } from '../written.ts';
import type { IndexFramework, IndexMapping, LeafSource } from './model.ts';
import { leavesOf } from './tree.ts';

/**
 * Which column of some responses is which leaf of the framework: `leaves: { "1.1": c11 }`, or with `values` (what each code
 * stands for) and `missing` (codes that are no answer), which may also be said once for all. A code the framework does not
 * have is refused; a leaf without a column leaves what it is a part of without a figure.
 */
export function parseIndexMapping(text: string, name: string, framework: IndexFramework): IndexMapping {
  return readWritten('survey-index-wrong', name, () => {
    const written = asMapping(parseYaml(text), 'Tệp ghép cột', ['leaves', 'values', 'missing']);
    const codes = leavesOf(framework.root).map(({ code }) => code);
    const leaves = asMapping(written.leaves, '“leaves”', codes);
    return {
      leaves: Object.fromEntries(
        Object.entries(leaves).map(([code, value]) => [code, sourceOf(value, `Chỉ tiêu “${code}”`, written)]),
      ),
    };
  });
}

function sourceOf(value: unknown, where: string, all: Written): LeafSource {
  const own: Written =
    typeof value === 'object' && value !== null
      ? asMapping(value, where, ['column', 'values', 'missing'])
      : { column: value };
  const missing = own.missing === undefined ? all.missing : own.missing;
  return {
    column: asName(own.column, `${where}: “column”`),
    values: valuesOf(own.values === undefined ? all.values : own.values, where),
    missing: asList(missing).map((code) => asName(code, `${where}: “missing”`)),
  };
}

function valuesOf(value: unknown, where: string): Record<string, number> | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value))
    throw new WrittenWrong(`${where}: “values” phải gồm các dòng “mã: giá trị”.`);
  const values = Object.entries(value).map(([code, one]) => [code, asNumber(one, `${where}: “values: ${code}”`)]);
  if (values.length === 0) throw new WrittenWrong(`${where}: “values” trống.`);
  return Object.fromEntries(values);
}

/** Leaves without a column, in the order of the framework. */
export function findUnmapped({ root }: Pick<IndexFramework, 'root'>, { leaves }: IndexMapping): string[] {
  return leavesOf(root)
    .map(({ code }) => code)
    .filter((code) => leaves[code] === undefined);
}
