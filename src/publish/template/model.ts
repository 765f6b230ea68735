import Type, { type Static } from 'typebox';
import { closed, oneOf } from '../../kernel/shapes.ts';
import { Finding } from '../lint/model.ts';
import type { Paper } from '../paper/model.ts';

/**
 * A field a template may hold, typed between braces: {ten_truong}. `text`: a few words · `lines`: its paragraph is repeated for
 * each line · `blocks`: paragraphs, lists and tables set by the product, alone in a paragraph · `rows`: repeats what stands
 * between {#ten} and {/ten}, with fields of its own.
 */
export type TemplateField = {
  name: string;
  says: string;
  sort: 'text' | 'lines' | 'blocks' | 'rows';
  fields?: readonly TemplateField[];
};

/** What is filled in: of a field's name its value; rows hold the same inside. */
export type Values = { [name: string]: Value };
export type Value = string | readonly string[] | Blocks | readonly Values[];
export type Blocks = { blocks: Paper['blocks'] } | { appendices: Paper['appendices'] };

/** A paper, and the facts its sentences are made of: what a template may say in words of its own. */
export type Filled = { paper: Paper; facts: Readonly<Record<string, string>> };

/** `fault`: the template is not taken · `advice`: it is, but something may be meant otherwise. */
export const TemplateFinding = Type.Object(
  {
    rule: oneOf('unknown', 'missing', 'misplaced', 'loop', 'broken', 'revisions', 'unused', 'too-much'),
    severity: oneOf('fault', 'advice'),
    message: Type.String(),
  },
  closed,
);
export type TemplateFinding = Static<typeof TemplateFinding>;

/** What was found of a template: of its fields, and of its sample by the decree where it could be filled. */
export const TemplateCheck = Type.Object(
  { passes: Type.Boolean(), findings: Type.Array(TemplateFinding), lint: Type.Array(Finding) },
  closed,
);
export type TemplateCheck = Static<typeof TemplateCheck>;
