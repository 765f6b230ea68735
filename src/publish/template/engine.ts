import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import { Problem } from '../../kernel/problem.ts';
import { letterheadLines } from '../paper/letterhead-lines.ts';
import { sizes } from '../paper/measures.ts';
import { capitals } from '../paper/wording.ts';
import { fieldsOf } from './fields.ts';
import type { PaperKind } from './kinds.ts';
import { inCapitals, nameOf } from './names.ts';
import type { TemplateParts } from './open-template.ts';

/** What docxtemplater is given, and how it is kept from more: names are looked up and nothing is ever computed. */

export type Data = { [name: string]: string | Data[] };

/** Fields one paper may be asked for, whatever the template repeats: 8,400 rows of 12 columns are 100,000. */
const mostLookUps = 400_000;

export type Tag = { typed: string; kind: 'field' | 'blocks' | 'loop' | 'other'; inside: Tag[] };

/** The fields of all parts, found even where the template has mistakes. */
export type Found = { tags: Tag[] };

/** A template ready to be filled; its own mistakes are thrown as docxtemplater tells them. */
export function openEngine(
  kind: PaperKind,
  { files }: Pick<TemplateParts, 'files'>,
  found: Found = { tags: [] },
): Docxtemplater {
  const zip = new PizZip();
  for (const [name, bytes] of files) zip.file(name, bytes);
  const blocks = new Set(fieldsOf(kind).flatMap(({ name, sort }) => (sort === 'blocks' ? [name] : [])));
  const document = new Docxtemplater(zip, {
    modules: [noteTags(found), blockFields(blocks)],
    paragraphLoop: true,
    linebreaks: true,
    parser: lookUp(),
    nullGetter: () => '',
    errorLogging: false,
    syntax: { changeDelimiterPrefix: null },
  });
  return document;
}

/** Fields of blocks are known by their names: a clerk need not learn a sign for them. */
const blockFields = (names: ReadonlySet<string>): DXT.Module => ({
  name: 'BlockFields',
  optionsTransformer(options, { modules }) {
    const raw = (modules as { name?: string; prefix?: unknown }[]).find(({ name }) => name === 'RawXmlModule');
    if (raw) raw.prefix = (typed: string) => (/^[#/^]/u.test(typed) || !names.has(nameOf(typed)) ? null : typed);
    return options;
  },
});

type Inspected = { inspect?: { postparsed?: RawTag[] } };

/** docxtemplater's own module for this needs a library it does not bring. */
const noteTags = (found: Found) => ({
  name: 'NoteTags',
  set({ inspect }: Inspected): void {
    if (inspect?.postparsed) found.tags.push(...tagsOf(inspect.postparsed));
  },
});

/** In capitals these stand in the letterhead, and are broken as it breaks them. */
const inLetterhead: ReadonlySet<string> = new Set(['co_quan_chu_quan', 'co_quan_ban_hanh']);

/** Own properties by folded names; what is written in capitals comes in capitals. */
function lookUp() {
  let count = 0;
  return (typed: string) => {
    const name = nameOf(typed);
    const large = inCapitals(typed);
    return {
      get(scope: unknown): unknown {
        if (++count > mostLookUps) throw new Problem('template-repeats-too-much', {});
        if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, name)) return undefined;
        const value = (scope as Data)[name];
        if (!large || typeof value !== 'string' || value.startsWith('<')) return value;
        return inLetterhead.has(name) ? letterheadLines(value, sizes.issuer).join('\n') : capitals(value);
      },
    };
  };
}

type RawTag = { type: string; value: string; module?: string; subparsed?: RawTag[] };

const tagsOf = (parts: readonly RawTag[]): Tag[] => parts.filter(({ type }) => type === 'placeholder').map(tagOf);

function tagOf({ value, module, subparsed = [] }: RawTag): Tag {
  const kind = module === undefined ? 'field' : module === 'rawxml' ? 'blocks' : module === 'loop' ? 'loop' : 'other';
  return { typed: value, kind, inside: tagsOf(subparsed) };
}
