import type { Block, Document, Table } from '../../src/document/model.ts';

/**
 * A document as web sites serve it, from what was read of a clean one: the same words between menus, in tables that only
 * place things, with a paragraph for each printed line. What is read back must be the same plan.
 */
export type Portal = { name: string; wrap: (document: Document) => string };

const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>\n');

const rowsOf = (table: Table): Table['cells'][] =>
  Array.from({ length: table.rows }, (_, row) => table.cells.filter((cell) => cell.row === row));

const tableOf = (table: Table, attributes = 'border="1"'): string => {
  const rows = rowsOf(table).map((cells) => {
    const inside = cells.map(
      ({ text, rowSpan, colSpan }) =>
        `<td rowspan="${rowSpan}" colspan="${colSpan}">${text
          .split('\n')
          .map((line) => `<p>${safe(line)}</p>`)
          .join('')}</td>`,
    );
    return `<tr>${inside.join('')}</tr>`;
  });
  return `<table ${attributes}><tbody>${rows.join('\n')}</tbody></table>`;
};

const write = (document: Document, paragraph: (block: Extract<Block, { kind: 'paragraph' }>) => string): string =>
  document.blocks.map((block) => (block.kind === 'table' ? tableOf(block) : paragraph(block))).join('\n');

const plain = (document: Document): string =>
  write(
    document,
    ({ text, bold }) => `<p style="text-align:justify">${bold ? `<b>${safe(text)}</b>` : safe(text)}</p>`,
  );

const page = (head: string, body: string): string =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Kế hoạch nâng cao chỉ số | Thư viện</title>${head}</head><body>${body}</body></html>`;

const menu = `<ul class="menu">${['Trang chủ', 'Văn bản mới', 'Dự thảo', 'Tiêu chuẩn Việt Nam', 'Bản án', 'Liên hệ'].map((name) => `<li><a href="/x">${name}</a></li>`).join('')}</ul>`;
const related = `<div class="box-lien-quan"><h3>Văn bản liên quan</h3><ul>${[1, 2, 3, 4, 5].map((n) => `<li><a href="/vb/${n}">Kế hoạch số ${n}/KH-UBND năm 2025 về cải cách hành chính</a></li>`).join('')}</ul></div>`;
const properties = `<table class="thuoc-tinh"><tr><td>Số hiệu:</td><td>21/KH-UBND</td><td>Loại văn bản:</td><td>Kế hoạch</td></tr><tr><td>Nơi ban hành:</td><td>Tỉnh khác</td><td>Người ký:</td><td>Trần Văn Khác</td></tr><tr><td>Ngày ban hành:</td><td>01/02/2020</td><td>Tình trạng:</td><td>Đã biết</td></tr></table>`;
const login =
  '<div>Bạn chưa <a href="/login">đăng nhập</a>. Hãy đăng ký tài khoản để xem văn bản gốc và lược đồ.</div>';
const comments =
  '<div id="comments"><h4>Bình luận (2)</h4><p>Giao Sở Nội vụ báo cáo trước ngày 30/6 là hợp lý.</p><form><textarea></textarea></form></div>';
const footer = '<footer><p>© 2026 Công ty Thư viện. Giấy phép số 27/GP-TTĐT. Hotline 0900 000 000</p></footer>';
const script = '<script>var a = "<table><tr><td>STT</td></tr></table>"; document.write("x");</script>';

/** The document split in two, with an advert between its parts. */
const withAdvert = (document: Document): string => {
  const half = Math.floor(document.blocks.length / 2);
  const advert = '<div class="ads-inline"><a href="/ad">Tra cứu nhanh hơn với tài khoản nâng cao</a></div>';
  const part = (blocks: Block[]): string => plain({ ...document, blocks });
  return part(document.blocks.slice(0, half)) + advert + part(document.blocks.slice(half));
};

const tooltips = (html: string): string =>
  html.replace(
    /<p([^>]*)>(Căn cứ[^<]*)<\/p>/g,
    '<p$1><a href="/vb">$2</a><span class="tip">Xem văn bản này: đã hết hiệu lực</span></p>',
  );

export const portals: Portal[] = [
  {
    name: 'a page laid out with tables, the document in the middle column',
    wrap: (document) =>
      page(
        '<style>.tip{display:none} .x{color:red}</style>',
        `${script}<table width="100%"><tr><td colspan="3">${menu}</td></tr><tr><td width="150">${menu}${login}</td><td>
<table><tr><td><div class="breadcrumb"><a href="/">Trang chủ</a> » <a href="/vb">Văn bản</a></div></td></tr><tr><td>${properties}</td></tr>
<tr><td><div id="noidung">${tooltips(plain(document))}</div></td></tr></table>
</td><td>${related}</td></tr><tr><td colspan="3">${footer}</td></tr></table>`,
      ),
  },
  {
    name: 'a page of boxes, with adverts and a share bar',
    wrap: (document) =>
      page(
        '',
        `<header class="site-header"><a href="/">Luật</a>${menu}</header><div class="container"><div class="row"><div class="col-main">
<h1 class="doc-title">Kế hoạch nâng cao chỉ số</h1><div class="social-share"><a href="#">Chia sẻ</a> <a href="#">In</a></div>
<div class="doc-content"><div class="content1">${withAdvert(document)}</div></div>${comments}</div><aside class="col-right">${related}</aside></div></div>${footer}`,
      ),
  },
  {
    name: 'an old register, its text in a cell beside a menu',
    wrap: (document) =>
      page(
        '',
        `<div id="header"><a href="/">CSDL quốc gia về văn bản</a></div><form><input name="q"><button>Tìm kiếm</button></form>
<table cellpadding="0"><tbody><tr><td class="left-menu">${menu}</td><td class="fulltext"><div class="tabs"><a href="#">Toàn văn</a> <a href="#">Thuộc tính</a> <a href="#">Lược đồ</a> <a href="#">VB liên quan</a></div>
<div class="toanvancontent" id="toanvancontent">${plain(document)}</div></td></tr></tbody></table><div class="ft">${footer}</div>`,
      ),
  },
  {
    name: 'one box of lines parted by breaks',
    wrap: (document) =>
      page('', `${menu}<div class="noi-dung">${write(document, ({ text }) => `${safe(text)}<br><br>`)}</div>${footer}`),
  },
  {
    name: 'a page saved by Word, with fonts and no-break spaces',
    wrap: (document) =>
      page(
        '<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><style>p.MsoNormal{margin:0}</style>',
        `<div class=WordSection1>${write(
          document,
          ({ text, bold }) =>
            `<p class=MsoNormal><span style='font-family:"Times New Roman","serif"'>&nbsp;&nbsp;&nbsp; ${bold ? `<b>${safe(text)}</b>` : safe(text)}<o:p></o:p></span></p>`,
        )}</div>`,
      ),
  },
  {
    name: 'a paragraph for each printed line',
    wrap: (document) =>
      page(
        '',
        `<div>${write(document, ({ text }) =>
          printedLines(text)
            .map((line) => `<p>${safe(line)}</p>`)
            .join('\n'),
        )}</div>`,
      ),
  },
];

/** Lines as long as a printed page has them. */
function printedLines(text: string): string[] {
  return text.split('\n').flatMap((line) => line.match(/.{1,90}(?:\s+|$)/gu)?.map((part) => part.trim()) ?? [line]);
}
