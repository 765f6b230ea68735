import { fieldsOf, flagPrefix, neededOf } from './fields.ts';
import type { PaperKind } from './kinds.ts';
import type { TemplateField } from './model.ts';
import type { TemplateKindView } from './views.ts';

type FieldLine = TemplateKindView['fields'][number];

/** The fields of a kind as the screen and the documentation list them. */
export function documentFields(kind: PaperKind): FieldLine[] {
  const needed = new Set(neededOf(kind).flatMap((names) => (names.length === 1 ? names : [])));
  const line = (field: TemplateField, within: string | null): FieldLine[] => [
    {
      typed: field.sort === 'rows' ? `{#${field.name}} … {/${field.name}}` : `{${field.name}}`,
      ...{ says: field.says, sort: field.sort, within, needed: within === null && needed.has(field.name) },
    },
    ...(field.fields ?? []).flatMap((one) => (one.sort === 'rows' ? [] : line(one, field.name))),
  ];
  const flag: FieldLine = {
    typed: `{#${flagPrefix}ten_truong} … {/${flagPrefix}ten_truong}`,
    says: 'Chỉ in phần ở giữa khi trường có nội dung; thay ten_truong bằng tên trường ở trên',
    ...{ sort: 'rows', within: null, needed: false },
  };
  return [...fieldsOf(kind).flatMap((field) => line(field, null)), flag];
}
