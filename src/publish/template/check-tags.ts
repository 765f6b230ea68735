import type { Tag } from './engine.ts';
import { fieldsOf, flagPrefix, flags, neededOf } from './fields.ts';
import type { PaperKind } from './kinds.ts';
import type { TemplateField, TemplateFinding } from './model.ts';
import { nameOf, nearNames } from './names.ts';

/** More than any paper has; a template that says more is made to exhaust the machine. */
const most = { tags: 1_000, repeats: 20 };

type Known = ReadonlyMap<string, TemplateField>;
type Scope = { fields: Known; rows: readonly string[] };

/** Whether the fields of a template are known where they stand, and what it does not print. */
export function checkTags(kind: PaperKind, tags: readonly Tag[]): TemplateFinding[] {
  const all = fieldsOf(kind);
  const used = new Set<string>();
  const count = { tags: 0, repeats: 0 };
  const findings = checkScope(tags, { fields: mapOf(all), rows: [] }, { all, used, count });
  if (count.tags > most.tags || count.repeats > most.repeats)
    return [
      fault(
        'too-much',
        `Biểu mẫu có quá nhiều trường (${count.tags}) hoặc quá nhiều phần lặp (${count.repeats}); tối đa ${most.tags} trường và ${most.repeats} phần lặp.`,
      ),
    ];
  return [...unique(findings), ...checkNeeded(kind, used), ...adviseUnused(used)];
}

const mapOf = (fields: readonly TemplateField[]): Known => new Map(fields.map((one) => [one.name, one]));

const fault = (rule: TemplateFinding['rule'], message: string): TemplateFinding => ({
  ...{ rule, severity: 'fault', message },
});
const unique = (findings: readonly TemplateFinding[]): TemplateFinding[] => [
  ...new Map(findings.map((one) => [one.message, one])).values(),
];

type Check = {
  all: readonly TemplateField[];
  used: Set<string>;
  count: { tags: number; repeats: number };
};

function checkScope(tags: readonly Tag[], scope: Scope, check: Check): TemplateFinding[] {
  return tags.flatMap((tag) => {
    check.count.tags++;
    const name = nameOf(tag.typed);
    return tag.kind === 'loop' ? checkLoop(tag, name, scope, check) : checkField(tag, name, scope, check);
  });
}

function checkField(tag: Tag, name: string, { fields, rows }: Scope, { all, used }: Check): TemplateFinding[] {
  const field = fields.get(name);
  if (field === undefined || tag.kind === 'other') return [unknown(tag.typed, name, rows, all)];
  used.add(name);
  if (field.sort !== 'rows') return [];
  return [fault('misplaced', `{${tag.typed}} là phần lặp: hãy viết {#${name}} … {/${name}} với các trường bên trong.`)];
}

function checkLoop(tag: Tag, name: string, scope: Scope, check: Check): TemplateFinding[] {
  const field = scope.fields.get(name);
  if (field?.sort === 'rows') {
    check.used.add(name);
    check.count.repeats++;
    // Inside a row its own fields are known besides those of the paper, but no other rows: none are repeated within others.
    const outer = [...scope.fields.values()].filter(({ sort }) => sort !== 'rows');
    const fields = mapOf([...outer, ...(field.fields ?? [])]);
    return checkScope(tag.inside, { fields, rows: [...scope.rows, name] }, check);
  }
  const flagged = name.startsWith(flagPrefix) ? name.slice(flagPrefix.length) : name;
  const isFlag = name !== flagged && check.all.some((one) => one.name === flagged);
  if (isFlag || flags.some((one) => one === name)) return checkScope(tag.inside, scope, check);
  if (check.all.some((one) => one.name === name && one.sort === 'rows'))
    return [fault('loop', `Phần lặp {#${tag.typed}} không được nằm trong phần lặp khác.`)];
  if (field === undefined) return [unknown(`#${tag.typed}`, name, scope.rows, check.all)];
  const message = `{#${tag.typed}} không phải phần lặp. Muốn chỉ in khi có nội dung thì viết {#${flagPrefix}${name}} … {/${flagPrefix}${name}}.`;
  return [fault('loop', message)];
}

/** A field that is known, but not here, or one that is not known at all. */
function unknown(typed: string, name: string, rows: readonly string[], all: readonly TemplateField[]): TemplateFinding {
  const within = rowsHolding(name, all);
  if (within.length > 0 && !rows.includes(within.at(-1) ?? '')) {
    const inside = within.map((row) => `{#${row}} … {/${row}}`).join(', ');
    return fault('misplaced', `Trường {${typed}} chỉ dùng bên trong ${inside}.`);
  }
  const inRows = all.flatMap(({ fields = [] }) => fields.flatMap((one) => [one, ...(one.fields ?? [])]));
  const near = nearNames(name, [...new Set([...all, ...inRows].map((one) => one.name)), ...flags]);
  const meant =
    near.length === 0 ? 'Hãy xem bảng các trường.' : `Có phải là ${near.map((one) => `{${one}}`).join(', ')}?`;
  return fault('unknown', `Không có trường {${typed}}. ${meant}`);
}

/** The repetition a field stands in, by the shortest way. */
function rowsHolding(name: string, all: readonly TemplateField[]): string[] {
  const direct = all.find(({ sort, fields = [] }) => sort === 'rows' && fields.some((one) => one.name === name));
  return direct ? [direct.name] : [];
}

function checkNeeded(kind: PaperKind, used: ReadonlySet<string>): TemplateFinding[] {
  return neededOf(kind).flatMap((names) => {
    if (names.some((name) => used.has(name))) return [];
    const [first = '', ...others] = names.map((name) => `{${name}}`);
    const or = others.length === 0 ? '' : ` (hoặc ${others.join(', ')})`;
    return [fault('missing', `Thiếu trường bắt buộc ${first}${or}: văn bản nào cũng phải có.`)];
  });
}

const worth: readonly (readonly [field: string, says: string])[] = [
  ['co_quan_ban_hanh', 'Biểu mẫu không có {co_quan_ban_hanh}: tên cơ quan in sẵn sẽ như nhau ở mọi đơn vị.'],
  ['dia_danh', 'Biểu mẫu không có {dia_danh}: địa danh in sẵn sẽ như nhau ở mọi đơn vị.'],
  ['quyen_han_chuc_vu', 'Biểu mẫu không có {quyen_han_chuc_vu}: chức vụ người ký in sẵn sẽ như nhau ở mọi đơn vị.'],
];

const adviseUnused = (used: ReadonlySet<string>): TemplateFinding[] =>
  worth.flatMap(([field, message]) => (used.has(field) ? [] : [{ rule: 'unused', severity: 'advice', message }]));
