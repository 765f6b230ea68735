import { detect } from '../../document/detect.ts';
import { openPackage } from '../../document/package/office-package.ts';
import { type Attributes, parseXml } from '../../document/package/xml.ts';
import { openZip, type Zip } from '../../document/package/zip.ts';
import { nameRefusal } from '../../document/refuse.ts';
import { Problem } from '../../kernel/problem.ts';
import { withoutAttachedTemplate } from './attached-template.ts';

/** A Word file taken to pieces: nothing of it but parts that are text or pictures, none of which runs or fetches anything. */
export type TemplateParts = {
  files: ReadonlyMap<string, Uint8Array>;
  main: string;
  styles: string | undefined;
  numbering: string | undefined;
  /** changes nobody has accepted or rejected yet */
  revisions: boolean;
};

export const templateLimits = {
  fileBytes: 5 * 1_048_576,
  /** inflated bytes of all parts: a letterhead with pictures has some 5 MB */
  partBytes: 40 * 1_048_576,
  /** of one part that is text: some 200 pages */
  xmlBytes: 8 * 1_048_576,
} as const;

/** Opens a Word file somebody made a template of, or says why it is not taken. `name` is only for messages. */
export function openTemplate(bytes: Uint8Array, name: string): TemplateParts {
  const { fileBytes: limit } = templateLimits;
  if (bytes.length > limit) throw new Problem('file-too-large', { name, size: bytes.length, limit });
  if (bytes.length === 0) throw new Problem('file-empty', { name });
  if (detect(bytes).kind !== 'zip') throw new Problem('file-not-docx', { name });
  try {
    return takeApart(openZip(bytes), name);
  } catch (error) {
    throw nameRefusal(error, name);
  }
}

function takeApart(zip: Zip, name: string): TemplateParts {
  const office = zip.has('[Content_Types].xml') ? openPackage(zip) : undefined;
  if (office?.kind !== 'word') throw new Problem('file-not-docx', { name });
  const refuse = (what: string): never => {
    throw new Problem('template-unsafe', { name, what });
  };
  if (new Set(zip.names.map((one) => one.toLowerCase())).size !== zip.names.length) refuse('hai phần trùng tên');
  const files = new Map<string, Uint8Array>();
  const seen = { revisions: false };
  let left: number = templateLimits.partBytes;
  for (const part of zip.names.filter((one) => !one.endsWith('/'))) {
    const found = findUnsafeName(part);
    if (found !== undefined) refuse(found);
    const bytes = joined(zip.read(part));
    left -= bytes.length;
    if (left < 0 || (isXml(part) && bytes.length > templateLimits.xmlBytes))
      throw new Problem('file-expands-too-much', { name });
    const clean = withoutAttachedTemplate(part, bytes);
    if (isXml(part)) lookThrough(clean, refuse, seen);
    files.set(part, clean);
  }
  return { files, main: office.main, styles: office.part('styles'), numbering: office.part('numbering'), ...seen };
}

const isXml = (part: string): boolean => /\.(?:xml|rels)$/iu.test(part);
const kept = /\.(?:xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf)$/iu;

/** What a part is by its name, where no letterhead needs it. */
function findUnsafeName(part: string): string | undefined {
  if (/(?:^|\/)\.\.(?:\/|$)|^[a-z]:|\0/iu.test(part)) return `phần có tên bất thường (${part.slice(0, 80)})`;
  if (/vba(?:Project|Data)/iu.test(part)) return 'macro';
  if (/(?:^|\/)(?:embeddings|activeX)\//iu.test(part)) return 'đối tượng nhúng (OLE, ActiveX)';
  if (/(?:^|\/)afchunk/iu.test(part)) return 'tài liệu khác nhúng bên trong';
  return kept.test(part) ? undefined : `phần lạ (${part.slice(0, 80)})`;
}

function joined(chunks: Iterable<Uint8Array>): Uint8Array {
  const all = [...chunks];
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of all) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

type Refuse = (what: string) => never;

/** What a part may not hold, wherever it stands. Reading it also finds what no XML part of Word is: entities, endless depth. */
function lookThrough(bytes: Uint8Array, refuse: Refuse, seen: { revisions: boolean }): void {
  let code: string | null = null;
  parseXml([bytes], {
    open(name, attributes) {
      checkElement(name, attributes, refuse);
      if (name === 'w:ins' || name === 'w:del' || name === 'w:moveFrom') seen.revisions = true;
      if (name === 'w:instrText') code ??= '';
      if (name === 'w:fldSimple') checkCode(attributes['w:instr'] ?? '', refuse);
      if (name === 'w:fldChar' && attributes['w:fldCharType'] === 'begin') code = '';
      if (name === 'w:fldChar' && attributes['w:fldCharType'] !== 'begin') {
        checkCode(code ?? '', refuse);
        code = null;
      }
    },
    close: () => {},
    text(text) {
      if (code !== null && code.length < 200) code += text;
    },
  });
}

const elements: Readonly<Record<string, string>> = {
  'w:altChunk': 'tài liệu khác nhúng bên trong',
  'w:object': 'đối tượng nhúng (OLE)',
  'w:control': 'điều khiển ActiveX',
  'w:subDoc': 'tài liệu con ở ngoài tệp',
  'w:mailMerge': 'nguồn dữ liệu trộn thư ở ngoài tệp',
};

function checkElement(name: string, attributes: Attributes, refuse: Refuse): void {
  const what = elements[name];
  if (what !== undefined) refuse(what);
  if (name === 'Override' || name === 'Default') {
    if (/macroenabled|vba|activex|oleobject/iu.test(attributes.ContentType ?? '')) refuse('macro hoặc đối tượng nhúng');
  }
  if (name !== 'Relationship') return;
  const type = attributes.Type?.split('/').at(-1) ?? '';
  if (/oleobject|package|control|vba|afchunk|subdocument|frame|attachedtoolbars/iu.test(type))
    refuse('đối tượng nhúng hoặc tài liệu khác');
  // A link is a text that somebody may press; all else outside the file is fetched without being asked for.
  const link = type === 'hyperlink' && /^(?:https?:|mailto:|#)/iu.test(attributes.Target ?? '');
  if (attributes.TargetMode === 'External' && !link)
    refuse(`liên kết ra ngoài tệp (${(attributes.Target ?? '').slice(0, 80)})`);
}

/** Codes of fields that only say what is in the file itself. */
const codes =
  /^(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|PAGEREF|REF|NOTEREF|STYLEREF|SEQ|TOC|HYPERLINK|DATE|TIME|TITLE|AUTHOR|SYMBOL|LISTNUM|=)(?:\b|\s|$)/iu;

function checkCode(code: string, refuse: Refuse): void {
  const text = code.trim();
  if (text !== '' && !codes.test(text)) refuse(`mã trường của Word “${text.slice(0, 40)}”`);
}
