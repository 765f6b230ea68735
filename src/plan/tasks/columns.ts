import { fold, squish } from '../../kernel/text.ts';
import type { Role } from '../model.ts';

/** What a column holds, told from its header's words. */
export type ColumnRole = 'number' | 'dimension' | 'component' | 'text' | 'result' | 'time' | Role | 'unknown';

export type Column = {
  role: ColumnRole;
  /** as printed, both rows of a split header joined */
  header: string;
  /** the lowest header row alone: "Quý II" under "Thời gian" */
  own: string;
  confidence: number;
  /** headed by an agency's name: its cells are marks */
  agency?: boolean;
};

/** What the words alone say, before the columns are seen together. */
type Wording = ColumnRole | 'content' | 'goal' | 'value' | 'inspected';
type Said = { wording: Wording; confidence: number };

const say = (wording: Wording, confidence = 0.98): Said => ({ wording, confidence });

const agencyNoun =
  /^(?:ten |cac |nhung )?(?:co quan|don vi|to chuc|nguoi|bo phan|can bo|lanh dao|dia phuong|phan cong|trach nhiem|chu the|(?:phong|so),? (?:ban|nganh|don vi)|ubnd|thanh vien)\b/;
const agencyVerb =
  /^(?:chu tri|phoi hop|thuc hien|theo doi|giam sat|huong dan|kiem tra|don doc|dau moi|phu trach|tham muu|trien khai)/;
const numberWords = /^(?:s\s*\/?\s*t\s*\/?\s*t|t\s*\/?\s*t|(?:so )?thu tu|so tt|no|muc)\.?$/;
/** A leader who follows the work for the province's sake is no agency that leads it, where another column names that. */
const person = /^(?:lanh dao|nguoi|dong chi|can bo|thanh vien|(?:pho )?chu tich)/;
const leader = /^(?:lanh dao|dong chi|thanh vien|(?:pho )?chu tich)/;
const timeWords =
  /thoi (?:gian|han|diem|ky)|tien do|lo trinh|moc hoan thanh|^han\b|ngay (?:hoan thanh|bat dau|ket thuc)|^(?:bat dau|ket thuc|hoan thanh)\b|^quy (?:[1-4]|i{1,3}|iv)\b|^thang \d{1,2}\b|^(?:quy|thang|nam)(?:[,/] ?(?:quy|thang|nam))* (?:thuc hien|hoan thanh|trien khai)|^du kien hoan thanh|^(?:dinh ky|tan suat)\b|^(?:thuc hien|trien khai|hoan thanh) (?:trong |vao |truoc )?(?:quy|thang|nam|ngay)\b/;
const resultWords = /ket qua|san pham|dau ra/;
const textWords =
  /nhiem vu|giai phap|hoat dong|cong viec|bien phap|^(?:dau )?viec\b|(?:^|ke hoach )hanh dong\b|^cong tac\b|noi dung (?:thuc hien|cong tac|trien khai|cu the|chi tiet|kiem tra|cai thien)/;
const componentWords =
  /noi dung (?:thanh phan|danh gia|khao sat)|nhan dinh|chi so|tieu chi|linh vuc|truc noi dung|^nhom\b|^(?:cau hoi|phat bieu)\b|^yeu to\b/;
const valueWords =
  /don vi tinh|^dvt\b|^nam 20\d\d$|^diem\b|^diem so|diem toi da|diem chuan|^thu hang|^ke hoach nam|^thuc hien nam|^ty le|trong so/;
/** With what money, where, how and by which act: beside the work, whatever verb follows ("Kinh phí thực hiện"). */
const besideWords =
  /^(?:du toan|(?:nguon |tong )?kinh phi|nguon (?:von|luc|ngan sach)|(?:cach|phuong) thuc|hinh thuc(?! (?:cua )?(?:san pham|ket qua|van ban|dau ra))|phuong phap|dia diem|can cu|co so phap ly|van ban (?:chi dao|giao)|ghi chu|dieu kien|tinh hinh|tinh trang|muc do|ma (?:so|nhiem vu|hieu)|ky hieu)\b/;
/** Who signs or appraises what others have made is none of the four roles. */
const signs = /ban hanh|tham quyen|tham dinh|phe duyet/;
const inspectedWords = /(?:duoc|bi) (?:kiem tra|thanh tra|giam sat|khao sat)|thanh phan doan|^dia diem/;

/** Words no rule knows; what is known to stand beside the work is unknown for sure. */
const UNHEARD = 0.5;

/** An agency column whose header has no verb is less sure than one that has. */
const NO_VERB = 0.8;
const VERB = 0.98;

/** The verbs of the four agency roles; who leads or cooperates says so first, of the rest the first verb decides. */
const roleVerbs: [Role, RegExp][] = [
  ['lead', /chu tri|dau moi|chiu trach nhiem|phu trach|tham muu|thuong truc|soan thao|(?:co quan|don vi) trinh/],
  ['cooperate', /phoi hop|lien quan|ho tro/],
  ['monitor', /theo doi|giam sat|huong dan|kiem tra|don doc|tong hop/],
  ['implement', /thuc hien|trien khai/],
];

/** What a header's words say about its column. */
export function findWording(header: string): Said {
  if (header.trim() === '#') return say('number');
  const words = fold(squish(header)).replace(/^[^a-z]+|[^a-z0-9)]+$/g, '');
  if (numberWords.test(words)) return say('number');
  if (valueWords.test(words)) return say('value');
  if (besideWords.test(words)) return say('unknown');
  if (inspectedWords.test(words)) return say('inspected');
  if (agencyNoun.test(words)) return agencyRole(words);
  if (timeWords.test(words)) return say('time');
  if (agencyVerb.test(words)) return agencyRole(words);
  if (resultWords.test(words)) return say('result');
  if (/^noi dung thanh phan/.test(words)) return say('component');
  if (textWords.test(words)) return say('text');
  if (/^noi dung\b(?! chi so)/.test(words)) return say('content', words === 'noi dung' ? 0.95 : 0.92);
  if (componentWords.test(words)) return say('component');
  // Whatever is said to lead or to cooperate is somebody: "Khoa, phòng chủ trì".
  if (/(?:chu tri|phoi hop|dau moi)$/.test(words) && !/^noi dung/.test(words)) return agencyRole(words);
  if (/^(?:cac )?(?:so|bo|nganh|phong|ban|khoa|cap|xa|thon|truong|to|doi)\b.*thuc hien$/.test(words))
    return agencyRole(words);
  if (/^(?:muc tieu|chi tieu|yeu cau|hinh thuc van ban)/.test(words)) return say('goal', 0.7);
  return say('unknown', UNHEARD);
}

function agencyRole(words: string): Said {
  const found = roleVerbs
    .map(([role, verb]) => ({ role, at: words.search(verb) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const role = (found.find((one) => one.role === 'lead') ?? found[0])?.role;
  if (role === undefined) return signs.test(words) ? say('unknown') : say('implement', NO_VERB);
  const mixed = role === 'lead' && found.some((one) => one.role === 'cooperate');
  return say(role, mixed ? 0.8 : 0.98);
}

/** Header words of one column: those of its lowest row, and of all rows where a wider cell stands above. */
export type Heading = { own: string; whole: string; wide: boolean };

/**
 * Roles of all columns together. Under a wider cell ("Cơ quan thực hiện": "Chủ trì" | "Phối hợp") the lower words decide; a
 * header merely broken over two rows ("Thời gian" / "thực hiện") is read whole.
 */
export function assignColumns(headings: Heading[]): { columns: Column[]; wordings: Wording[] } {
  const said = headings.map(({ own, whole, wide }) => {
    const lower = wide ? findWording(own) : findWording(whole);
    return lower.wording === 'unknown' ? findWording(whole) : lower;
  });
  settle(said, headings);
  const columns = headings.map(({ own, whole }, index): Column => {
    const { wording, confidence } = said[index] as Said;
    return { role: wording as ColumnRole, header: squish(whole), own: squish(own), confidence };
  });
  return { columns, wordings: headings.map(({ whole }) => findWording(whole).wording) };
}

/** Where somebody leads by some day, the first column with words we have never met says what: "Tên chương trình". */
function unheardOf(said: Said[]): Said | undefined {
  const has = (wording: Wording) => said.some((one) => one.wording === wording && one.confidence >= VERB);
  if (!has('lead') || !has('time')) return undefined;
  return said.slice(0, 2).find(({ wording, confidence }) => wording === 'unknown' && confidence === UNHEARD);
}

/** Words that mean one thing or another by what stands beside them. */
function settle(said: Said[], headings: Heading[]): void {
  const all = (wording: Wording) => said.filter((one) => one.wording === wording);
  const become = (one: Said | undefined, wording: Wording, confidence: number) => {
    if (one) Object.assign(one, { wording, confidence: Math.min(one.confidence, confidence) });
  };
  // Our own matrix prints the time twice, as the document has it and as we understood it: the first is what was printed.
  const printed = headings.findIndex(({ whole }) => /nhu van ban/.test(fold(whole)));
  if (said[printed]?.wording === 'time')
    for (const one of all('time')) if (one !== said[printed]) become(one, 'unknown', 1);
  // "Nội dung" beside "Nhiệm vụ" is what the task is about; alone it is the task.
  for (const one of all('content')) become(one, all('text').length > 0 ? 'component' : 'text', one.confidence);
  if (all('text').length === 0) become(all('component').at(-1), 'text', 0.85);
  if (all('text').length === 0) become(unheardOf(said), 'text', 0.75);
  if (all('text').length > 1 && all('component').length === 0) become(all('text')[0], 'component', 0.8);
  // A goal printed before the work is what the work is for; after it, what is to come of it.
  const work = said.findIndex((one) => one.wording === 'text');
  const purpose = said.findIndex((one) => one.wording === 'goal');
  if (purpose >= 0 && purpose < work && all('component').length === 0) become(said[purpose], 'component', 0.8);
  if (all('result').length === 0) become(all('goal')[0], 'result', 0.7);
  // "Chỉ số nội dung" | "Nội dung thành phần": the outer one is the dimension, the inner one the component.
  const components = all('component');
  if (components.length > 1) become(components[0], 'dimension', 0.95);
  for (const middle of components.slice(1, -1)) become(middle, 'unknown', 0.5);
  for (const extra of all('number').slice(1)) become(extra, 'unknown', 0.5);
  const isPerson = ({ own, whole, wide }: Heading) => person.test(fold(squish(wide ? own : whole)));
  const bodies = headings.some((heading, at) => said[at]?.wording === 'lead' && !isPerson(heading));
  headings.forEach((heading, at) => {
    const one = said[at];
    const follows = one?.wording === 'monitor' && leader.test(fold(squish(heading.wide ? heading.own : heading.whole)));
    const inCharge = follows || one?.wording === 'lead' || (one?.wording === 'implement' && one.confidence < VERB);
    if (bodies && inCharge && isPerson(heading)) become(one, 'unknown', 0.5);
  });
  for (const rest of said) if (['goal', 'value', 'inspected'].includes(rest.wording)) become(rest, 'unknown', 0.5);
}
