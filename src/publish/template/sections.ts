import { marks } from './marks.ts';

/**
 * The sections of a filled document: the appendices of ours follow the template's own last section, and a section of the
 * template whose appendix was not printed is no page.
 */
export const settleSections = (xml: string): string => dropEmptyLast(placeAppendices(xml));

const lastSection = /<w:sectPr\b(?:(?!<w:sectPr\b).)*<\/w:sectPr>(?=\s*<\/w:body>)/su;

/** The section at the end of the document becomes that before the first appendix, the last appendix's that at the end. */
function placeAppendices(xml: string): string {
  const own = new RegExp(`${marks.last}(.*?)${marks.last}`, 'su').exec(xml);
  const [section] = lastSection.exec(xml) ?? [];
  if (!own || section === undefined) return xml;
  const at = xml.lastIndexOf(section);
  const ended = xml.slice(0, at) + own[1] + xml.slice(at + section.length);
  return ended.replace(own[0], '').replace(marks.section, section);
}

/** The paragraph that ends a section, nothing printed behind it, and the section behind that. */
const emptyLast =
  /<w:p(?: [^>]*)?><w:pPr>(?:(?!<w:p[ >]|<\/w:pPr>).)*?(<w:sectPr\b(?:(?!<w:sectPr\b).)*?<\/w:sectPr>)<\/w:pPr><\/w:p>((?:<w:p(?: [^>]*)?(?:\/>|>(?:(?!<w:t[ >]|<w:drawing|<w:p[ >]).)*?<\/w:p>))*)\s*<w:sectPr\b(?:(?!<w:sectPr\b).)*<\/w:sectPr>(?=\s*<\/w:body>)/su;

const dropEmptyLast = (xml: string): string => xml.replace(emptyLast, '$1');
