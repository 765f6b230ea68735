import { allFrameworks } from '../../framework/catalogue.ts';
import type { Framework } from '../../framework/model.ts';
import type { GroupRule } from '../compare/ranks.ts';
import {
  asList,
  asMapping,
  asName,
  asNumber,
  asOneOf,
  parseYaml,
  readWritten,
  type Written,
  WrittenWrong,
} from '../written.ts';
import type { IndexFramework, IndexMethod, IndexNode, LeafRule, Rescale, Rule } from './model.ts';
import { nodesOf } from './tree.ts';

/**
 * An index framework from YAML (or JSON). Names and, where `parts` are not listed, the tree itself come from the catalogue of
 * frameworks (`names`), so that nobody types 39 statements again; `levels` are the rules of whole, dimension,
 * sub-dimension … where a node has none of its own. `name` is said with every fault.
 */
export function parseIndexFramework(text: string, name: string): IndexFramework {
  return readWritten('survey-index-wrong', name, () => {
    const where = 'Tệp bộ chỉ số';
    const written = asMapping(parseYaml(text), where, [
      ...['index', 'version', 'source', 'names', 'methods', 'levels', 'total', 'parts', 'groups'],
    ]);
    const names = namesOf(written.names);
    const levels = asList(written.levels).map((one, i) => ruleOf(one, `Mức ${i + 1} của “levels”`));
    const methods = methodsOf(written.methods);
    const root = nodeOf({ code: 'total', name: 'Toàn bộ', ...totalOf(written, names) }, { names, levels }, 0);
    requireUnlike(nodesOf(root).map(({ code }) => code));
    return {
      index: asText(written.index, `${where}: “index”`),
      version: asText(written.version, `${where}: “version”`),
      source: asText(written.source, `${where}: “source” (văn bản nêu quy tắc)`),
      methods,
      root,
      groups: groupsOf(written.groups),
    };
  });
}

type Around = { names: Framework | undefined; levels: readonly Rule[] };

const asText = (value: unknown, where: string): string => {
  if (value === undefined || value === null || String(value).trim() === '') throw new WrittenWrong(`Thiếu ${where}.`);
  return asName(value, where);
};

function namesOf(value: unknown): Framework | undefined {
  if (value === undefined) return undefined;
  const { index, version } = asMapping(value, '“names”', ['index', 'version']);
  const found = allFrameworks().find((one) => one.index === index && one.version === String(version));
  if (found) return found;
  const known = allFrameworks().map((one) => `${one.index} ${one.version}`);
  throw new WrittenWrong(`“names” nêu bộ chỉ số chưa có; các bộ hiện có: ${known.join(', ')}.`);
}

/** The whole with its parts as listed, else as the catalogue has them. */
function totalOf({ total, parts }: Written, names: Framework | undefined): Written {
  const own = total === undefined ? {} : asMapping(total, '“total”', ['code', 'name', 'rule']);
  if (parts !== undefined) {
    if (asList(parts).length === 0) throw new WrittenWrong('“parts” phải nêu các phần gộp thành chỉ số.');
    return { ...own, parts };
  }
  if (names === undefined)
    throw new WrittenWrong('Thiếu “parts” (các phần của chỉ số) hoặc “names” (bộ chỉ số có sẵn).');
  const below = (parent: string | null): Written[] =>
    names.nodes
      .filter((node) => node.parent === parent)
      .map(({ code }) => {
        const inner = below(code);
        return inner.length > 0 ? { code, parts: inner } : { code };
      });
  return { ...own, parts: below(null) };
}

const nodeKeys = ['code', 'name', 'weight', 'rule', 'parts', 'share', 'rescale'] as const;

function nodeOf(value: unknown, around: Around, depth: number): IndexNode {
  const written = asMapping(value, 'Một phần của “parts”', nodeKeys);
  const code = asText(written.code, 'mã (“code”) của một phần');
  const where = `Phần “${code}”`;
  const parts = asList(written.parts).map((part) => nodeOf(part, around, depth + 1));
  const leaf = parts.length === 0 ? leafOf(written, where) : null;
  if (parts.length === 0 && written.rule !== undefined)
    throw new WrittenWrong(`${where} không có phần nào nên dùng “share”, “rescale” chứ không dùng “rule”.`);
  if (parts.length > 0 && (written.share !== undefined || written.rescale !== undefined))
    throw new WrittenWrong(`${where} gồm nhiều phần nên khai “rule: { combine, rescale }”.`);
  const rule = written.rule === undefined ? around.levels[depth] : ruleOf(written.rule, where);
  if (parts.length > 0 && rule === undefined)
    throw new WrittenWrong(`${where} thiếu quy tắc gộp (“rule: { combine: sum }”).`);
  const weight = written.weight === undefined ? 1 : asNumber(written.weight, `${where}: “weight”`);
  if (!(weight > 0)) throw new WrittenWrong(`${where}: “weight” phải lớn hơn 0.`);
  const named = written.name ?? around.names?.nodes.find((node) => node.code === code)?.name;
  return {
    code,
    name: named === undefined || named === null ? null : asName(named, `${where}: “name”`),
    weight,
    rule: rule ?? { combine: 'mean', rescale: null },
    parts,
    leaf,
  };
}

function ruleOf(value: unknown, where: string): Rule {
  const { combine, rescale } = asMapping(value, `${where}: quy tắc`, ['combine', 'rescale']);
  return { combine: asOneOf(combine, ['sum', 'mean'], `${where}: “combine”`), rescale: rescaleOf(rescale, where) };
}

function leafOf(written: Written, where: string): LeafRule | null {
  if (written.share === undefined && written.rescale === undefined) return null;
  return { share: shareOf(written.share, where), rescale: rescaleOf(written.rescale, where) };
}

function shareOf(value: unknown, where: string): number[] | null {
  if (value === undefined || value === null) return null;
  return asList(value).map((one) => asNumber(one, `${where}: “share” (các giá trị được tính)`));
}

function rescaleOf(value: unknown, where: string): Rescale | null {
  if (value === undefined || value === null) return null;
  const { lo = 0, hi = 1, min = 0, max = 1 } = asMapping(value, `${where}: “rescale”`, ['lo', 'hi', 'min', 'max']);
  const number = (one: unknown, key: string): number => asNumber(one, `${where}: “rescale: ${key}”`);
  const scale = { lo: number(lo, 'lo'), hi: number(hi, 'hi'), min: number(min, 'min'), max: number(max, 'max') };
  if (scale.min === scale.max) throw new WrittenWrong(`${where}: “min” và “max” của “rescale” phải khác nhau.`);
  return scale;
}

function methodsOf(value: unknown): IndexMethod[] {
  const methods = asList(value).map((one, i) => {
    const where = `Cách tính ${i + 1} của “methods”`;
    const { id, name, unit, share, rescale } = asMapping(one, where, ['id', 'name', 'unit', 'share', 'rescale']);
    return {
      id: asText(id, `${where}: “id”`),
      name: asText(name, `${where}: “name”`),
      unit: asText(unit, `${where}: “unit”`),
      share: shareOf(share, where),
      rescale: rescaleOf(rescale, where),
    };
  });
  if (methods.length === 0)
    throw new WrittenWrong(
      'Thiếu “methods”: nêu ít nhất một cách tính, ví dụ { id: diem, name: Điểm bình quân, unit: điểm }.',
    );
  requireUnlike(methods.map(({ id }) => id));
  return methods;
}

/** Groups by ranks (PAPI until 2022: 16, 32, 47) or above quantiles (since 2023: 0.75, 0.5, 0.25). */
function groupsOf(value: unknown): GroupRule | null {
  if (value === undefined || value === null) return null;
  const { ranks, quantiles } = asMapping(value, '“groups”', ['ranks', 'quantiles']);
  const numbers = (list: unknown): number[] => asList(list).map((one) => asNumber(one, '“groups”'));
  const [last, above] = [numbers(ranks), numbers(quantiles)];
  if (last.length > 0 === above.length > 0)
    throw new WrittenWrong('“groups” nêu một trong hai: ranks (hạng cuối của từng nhóm) hoặc quantiles (mức phân vị).');
  const falls = (list: readonly number[], sign: number) =>
    list.every((one, i) => i === 0 || sign * (one - (list[i - 1] ?? 0)) > 0);
  if (!falls(last, 1) || !falls(above, -1) || !above.every((at) => at > 0 && at < 1))
    throw new WrittenWrong('“groups”: ranks phải tăng dần, quantiles phải giảm dần từ dưới 1 xuống trên 0.');
  return last.length > 0 ? { by: 'ranks', last } : { by: 'quantiles', above };
}

function requireUnlike(codes: readonly string[]): void {
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twice !== undefined) throw new WrittenWrong(`Mã “${twice}” được dùng hai lần.`);
}
