import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtInTemplate } from './built-in.ts';
import { checkTemplate } from './check-template.ts';
import { fillTemplate } from './fill-template.ts';
import { openTemplate } from './open-template.ts';
import { sampleOf } from './samples.ts';
import { day } from './testing.ts';

let good: Record<string, Uint8Array>;
beforeAll(async () => {
  good = unzipSync(await builtInTemplate('late-list', day));
});

const relations = 'word/_rels/document.xml.rels';
const withPart = (name: string, content: string) => zipSync({ ...good, [name]: strToU8(content) }, { level: 1 });
const changed = (name: string, change: (xml: string) => string) =>
  withPart(name, change(strFromU8(good[name] ?? new Uint8Array())));
const withRelation = (attributes: string) =>
  changed(relations, (xml) => xml.replace('</Relationships>', `<Relationship Id="rX" ${attributes}/></Relationships>`));
const withBody = (xml: string) => changed('word/document.xml', (all) => all.replace('<w:body>', `<w:body>${xml}`));
const type = (name: string) => `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}"`;
const run = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`;

describe('a template is not taken', () => {
  it.each([
    ['with macros', () => withPart('word/vbaProject.bin', 'x'), 'template-unsafe'],
    ['with an object inside', () => withPart('word/embeddings/oleObject1.bin', 'x'), 'template-unsafe'],
    ['with an object in its text', () => withBody(run('<w:object/>')), 'template-unsafe'],
    ['with ActiveX', () => withPart('word/activeX/activeX1.xml', '<a/>'), 'template-unsafe'],
    ['with a page of a browser inside', () => withPart('word/x.html', '<script>1</script>'), 'template-unsafe'],
    ['with a drawing that may hold a script', () => withPart('word/media/a.svg', '<svg/>'), 'template-unsafe'],
    ['with another document inside', () => withBody('<w:altChunk/>'), 'template-unsafe'],
    [
      'with a picture to be fetched',
      () => withRelation(`${type('image')} Target="http://x.vn/a.png" TargetMode="External"`),
      'template-unsafe',
    ],
    [
      'with a link that opens a program',
      () => withRelation(`${type('hyperlink')} Target="file:///c:/a.exe" TargetMode="External"`),
      'template-unsafe',
    ],
    [
      'with a field that starts a program',
      () =>
        withBody(
          run(
            '<w:fldChar w:fldCharType="begin"/><w:instrText>DDEAUTO c:\\\\cmd</w:instrText><w:fldChar w:fldCharType="end"/>',
          ),
        ),
      'template-unsafe',
    ],
    [
      'with such a field torn into pieces',
      () =>
        withBody(
          `<w:p>${['INCLUDE', 'TEXT x'].map((one) => `<w:r><w:instrText>${one}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
        ),
      'template-unsafe',
    ],
    [
      'that declares entities',
      () => changed('word/document.xml', (xml) => `<!DOCTYPE a>${xml.replace(/^<\?xml[^>]*>/u, '')}`),
      'file-declares-entities',
    ],
    ['whose part swells', () => withPart('word/a.xml', `<a>${'a'.repeat(9_000_000)}</a>`), 'file-expands-too-much'],
    ['that names its parts out of itself', () => withPart('../a.xml', '<a/>'), 'template-unsafe'],
    ['that is no Word file', () => strToU8('mẫu'), 'file-not-docx'],
    [
      'whose elements stand deep in one another',
      () => withBody('<w:sdt>'.repeat(500) + '</w:sdt>'.repeat(500)),
      'document-too-complex',
    ],
  ])('%s', (_what, make, code) => {
    expect(() => openTemplate(make(), 'mau.docx')).toThrow(expect.objectContaining({ code }));
  });

  it('that repeats without end', async () => {
    const bytes = withBody(run(`<w:t>${'{#danh_sach}{stt}{/danh_sach}'.repeat(30)}</w:t>`));
    const { passes, findings } = await checkTemplate('late-list', bytes, { name: 'mau.docx', day });
    expect([passes, findings[0]?.rule]).toEqual([false, 'too-much']);
  });
});

describe('a template', () => {
  it('loses the name of the template it was begun from, which Word would fetch', async () => {
    const settings = strFromU8(good['word/settings.xml'] ?? new Uint8Array());
    const bytes = zipSync({
      ...good,
      'word/settings.xml': strToU8(settings.replace(/(<w:settings[^>]*>)/u, '$1<w:attachedTemplate r:id="rId1"/>')),
      'word/_rels/settings.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ${type('attachedTemplate')} Target="http://x.vn/a.dotm" TargetMode="External"/></Relationships>`,
      ),
    });
    const filled = unzipSync(await fillTemplate('late-list', openTemplate(bytes, 'm'), sampleOf('late-list'), day));
    const all = Object.values(filled)
      .map((part) => strFromU8(part))
      .join('');
    expect(all).not.toContain('a.dotm');
    expect(all).not.toContain('attachedTemplate');
  });

  it('prints what was typed as text, whatever it looks like', async () => {
    const { paper, facts } = sampleOf('late-list');
    const typed = '<w:p/>{danh_sach}{#nhom} ]]> &amp; \ue0f5\ue0f6';
    const filled = await fillTemplate(
      'late-list',
      openTemplate(zipSync(good), 'm'),
      { paper: { ...paper, issuer: typed, title: typed }, facts },
      day,
    );
    const xml = strFromU8(unzipSync(filled)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('&lt;w:p/&gt;{danh_sach}{#nhom} ]]&gt; &amp;amp; </w:t>');
  });
});
