import { isUnseen } from './look.ts';
import { type Measure, openMeasure, signs } from './measure.ts';
import { attribute, children, type Element, isElement, type Node } from './parse.ts';

/**
 * Takes what portals put around a document out of the page: menus, adverts, related documents, notices. Only where the
 * page shows signs of an official document, and only what looks like such furniture by measure or by name: the text of
 * a simple page is never dropped.
 */
export function dropFurniture(root: Element): void {
  const measure = openMeasure();
  const whole = measure(root);
  if (countSigns(whole.signs) < 2) return;
  const hidden = findHiddenClasses(root);
  const path = descend(root, whole, measure);
  for (const [at, element] of path.slice(0, -1).entries()) {
    keep(element, (one) => one === path[at + 1] || !isAround(one, measure(one), hidden));
  }
  const inside = path.at(-1) ?? root;
  dropInside(inside, measure(inside).letters / 5, measure, hidden);
}

const countSigns = (bits: number): number => [...bits.toString(2)].filter((bit) => bit === '1').length;

type Measurer = (element: Element) => Measure;

/** From the body down as long as one element holds all the signs and most of the text. */
function descend(root: Element, whole: Measure, measure: Measurer): Element[] {
  const path = [root];
  for (let at: Element | undefined = root; at; ) {
    const own: Measure = measure(at);
    const next: Element | undefined = children(at).find((child) => {
      const { letters, linked, signs: found } = measure(child);
      return found === whole.signs && letters - linked >= (own.letters - own.linked) / 2;
    });
    if (next) path.push(next);
    at = next;
  }
  return path;
}

function keep(element: Element, isKept: (child: Element) => boolean): void {
  element.childNodes = element.childNodes.filter((node: Node) => !isElement(node) || isKept(node));
}

/** Names of furniture in the classes and ids of portals, English and Vietnamese. */
const around =
  /(?:^|[-_\s])(?:menu|nav|navbar|navigation|breadcrumbs?|sidebar|side|aside|footer|ft|topbar|masthead|banner|ads?|adv|advert\w*|quang-?cao|related|lien-?quan|relate|comments?|binh-?luan|login|signin|dang-?nhap|share|social|toolbar|tools?|tooltips?|popup|modal|dialog|search|tim-?kiem|widget|hot-?news|tin-?(?:moi|lien-?quan)|(?:col|box|block)-?right|right-?(?:col|column|box|block|bar)|tags?|rating|copyright|paging|pagination|cookie|newsletter|subscribe|feedback|download|attributes?|thuoc-?tinh|luoc-?do|vanban-?lienquan|skip|hotline|support|notification|notice|alert)(?:$|[-_\s\d])/i;

/** Those that are furniture even between the lines of a document. */
const between =
  /(?:^|[-_\s])(?:ads?|adv|advert\w*|quang-?cao|tooltips?|popup|modal|share|social|breadcrumbs?|login|dang-?nhap|binh-?luan|comments?|related|lien-?quan|no-?print|noprint|sr-only|visually-hidden|copyright|toolbar|rating)(?:$|[-_\s\d])/i;

const nameOf = (element: Element): string =>
  `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.replace(/([a-z])([A-Z])/g, '$1-$2');

const aroundTags = new Set(['nav', 'aside', 'footer', 'header', 'form', 'menu']);
const aroundRoles = /^(?:navigation|banner|search|complementary|contentinfo|menu|menubar|dialog|alert|toolbar)$/;

/** What a portal says of itself and its services, and of the document in a box of its own. */
const notices =
  /đăng nhập|đăng ký (?:tài khoản|thành viên)|bản quyền|lượt xem|in trang|hotline|văn bản gốc|văn bản liên quan|về đầu trang|©/iu;
const properties =
  /số hiệu|loại văn bản|nơi ban hành|cơ quan ban hành|ngày ban hành|ngày hiệu lực|người ký|tình trạng|lĩnh vực|ngày công báo/giu;

/** Furniture beside the main text: it holds no sign of a document, and its links, its name or its words say so. */
function isAround(
  element: Element,
  { letters, linked, links, signs: found, text }: Measure,
  hidden: Set<string>,
): boolean {
  if (letters === 0) return false;
  if (isHidden(element, hidden, letters)) return true;
  if (new Set(text.match(properties)?.map((one) => one.toLowerCase())).size >= 3) return true;
  if (found & ~signs.number & ~signs.type) return false;
  if (links > 0 && linked * 2 >= letters) return true;
  if (aroundTags.has(element.tagName) || aroundRoles.test(attribute(element, 'role') ?? '')) return true;
  return around.test(nameOf(element)) || (letters < 160 && notices.test(text));
}

/** Furniture between the lines: small, without signs, and surely named or nothing but links. */
function dropInside(element: Element, small: number, measure: Measurer, hidden: Set<string>): void {
  keep(element, (child) => {
    if (isUnseen(child)) return true;
    const { letters, linked, links, signs: found } = measure(child);
    if (letters === 0 || letters > small || found !== 0) return true;
    if (isHidden(child, hidden, letters) || between.test(nameOf(child))) return false;
    if (aroundTags.has(child.tagName) && child.tagName !== 'header' && child.tagName !== 'form') return false;
    return !(links > 3 && linked >= letters * 0.8 && /^(?:ul|ol|div|section)$/.test(child.tagName));
  });
  for (const child of children(element)) if (!isUnseen(child)) dropInside(child, small, measure, hidden);
}

/** Scripts show what style sheets hide, and a document may wait behind a tab: only what is short is taken as hidden. */
const isHidden = (element: Element, hidden: Set<string>, letters: number): boolean =>
  letters < 2000 && (attribute(element, 'class') ?? '').split(/\s+/).some((name) => hidden.has(name));

/** Classes that the page's own style sheets hide by a rule of their own. */
function findHiddenClasses(root: Element): Set<string> {
  const found = new Set<string>();
  for (const style of findAll(root, 'style')) {
    const rules = style.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    for (const [, selector = '', body = ''] of rules.slice(0, 200_000).matchAll(/([^{}]{1,200})\{([^{}]{0,2000})\}/g)) {
      if (!/display\s*:\s*none/i.test(body)) continue;
      for (const one of selector.split(',')) {
        const name = /^\s*\w*\.([\w-]+)\s*$/.exec(one)?.[1];
        if (name) found.add(name);
      }
    }
  }
  return found;
}

/** Style sheets wherever they stand; the parser keeps those of the head beside the body. */
function findAll(root: Element, name: string): Element[] {
  const top = root.parentNode && 'childNodes' in root.parentNode ? root.parentNode : root;
  const found: Element[] = [];
  const open = [...top.childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === name) found.push(node);
    open.push(...node.childNodes);
  }
  return found;
}
