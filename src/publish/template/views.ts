import Type, { type Static } from 'typebox';
import { closed, nullable, oneOf } from '../../kernel/shapes.ts';
import { PaperKind } from './kinds.ts';
import { TemplateCheck } from './model.ts';

const text = Type.String();
const FieldLine = Type.Object(
  {
    /** as it is typed: "{so_ky_hieu}", "{#nhom} … {/nhom}" */
    typed: text,
    says: text,
    sort: oneOf('text', 'lines', 'blocks', 'rows'),
    /** the repetition it stands in; null outside of any */
    within: nullable(text),
    needed: Type.Boolean(),
  },
  closed,
);

const TemplateLine = Type.Object(
  {
    id: text,
    name: text,
    at: text,
    by: text,
    check: TemplateCheck,
    /** whether papers are made by it now */
    used: Type.Boolean(),
  },
  closed,
);
export type TemplateLine = Static<typeof TemplateLine>;

/** One kind of paper: its templates, newest first, and when which was put to use. */
export const TemplateKindView = Type.Object(
  {
    kind: PaperKind,
    name: text,
    templates: Type.Array(TemplateLine),
    uses: Type.Array(Type.Object({ templateId: nullable(text), at: text, by: text }, closed)),
    fields: Type.Array(FieldLine),
  },
  closed,
);
export type TemplateKindView = Static<typeof TemplateKindView>;

export const TemplatesView = Type.Object(
  {
    kinds: Type.Array(
      Type.Object(
        { kind: PaperKind, name: text, used: nullable(text), since: nullable(text), count: Type.Integer() },
        closed,
      ),
    ),
    changes: Type.Boolean(),
    /** whether a PDF can be made of a Word file here: without, it is drawn as the built-in templates look */
    pdf: Type.Boolean(),
  },
  closed,
);
export type TemplatesView = Static<typeof TemplatesView>;
