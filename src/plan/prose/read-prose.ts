import type { Document } from '../../document/model.ts';
import { readOpening } from '../head/opening.ts';
import type { DocumentHead, Duty, Reporting } from '../model.ts';
import { assigning, isWork } from './assigns.ts';
import { type Addressed, type Manner, readDuties, readUnowned, type ToldDuty, titledOrder } from './duties.ts';
import { findEmbedded } from './embedded.ts';
import { findOrder } from './order.ts';
import { isLayoutTable, type Prose, readParagraphs } from './paragraphs.ts';
import { type Passage, readReporting } from './reporting.ts';
import { type Clause, cutClosing, findOrganisation, growClauses, isClosingFormula } from './sections.ts';
import { splitSentences } from './sentences.ts';
import { findLeadIn, isTaskPart, isUnowned, type Ordered, withUnowned } from './task-part.ts';
import { splitZones } from './zones.ts';

export type ReadProse = {
  duties: Duty[];
  reporting: Reporting[];
  /** the duties that are orders of work, with the paragraphs they stand in: the tasks of a document without a list of them */
  told: ToldDuty[];
};

/**
 * Reads who must do what, and who must report to whom, from a document's prose. `listed` where a table or a list of labels
 * has the tasks, so that the prose only sums them up.
 */
export function readProse(document: Document, head: DocumentHead, listed: boolean): ReadProse {
  const { main, appendix } = splitZones(readParagraphs(document));
  const body = concluded(readOpening(main).body, head);
  const kind = listed ? 'none' : assigning(head, [...main, ...appendix]);
  const manner = { year: head.year, deep: kind !== 'none' };
  const own = readOwnDuties(body, head, manner, hasTables(document));
  // The plan a decision issues is attached with an organisation part of its own.
  const attached = readAttached(appendix, head, manner);
  const said = [...own, ...attached];
  const duties = said
    .filter(({ agencies }) => agencies.length > 0)
    .map(({ section, modality, agencies, items }) => ({
      section,
      modality,
      agencies,
      items: items.map(plainItem),
    }));
  const elsewhere = findElsewhere(body, duties).map(plainPassage);
  return {
    duties,
    reporting: readReporting([...dutyPassages(duties), ...elsewhere], head),
    told: kind === 'none' ? [] : said.filter(({ explicit }) => kind === 'all' || explicit),
  };
}

/** Minutes order where the chair concludes; before that they tell what was said. */
function concluded(body: Prose[], { type }: DocumentHead): Prose[] {
  if (type !== 'Biên bản') return body;
  const from = body.findIndex(({ body: text }) => /^kết luận|\skết luận[^.;]{0,80}:$/iu.test(text));
  return from < 0 ? [] : body.slice(from);
}

const plainItem = ({ said: _, from: __, leadIn: ___, ...item }: ToldDuty['items'][number]): Duty['items'][number] =>
  item;

/** All of an attached plan where its prose is the list of tasks; else only who must see to what. */
function readAttached(appendix: Prose[], head: DocumentHead, manner: Manner): ToldDuty[] {
  const { type, body } = readOpening(appendix);
  const isPlan = /^(?:Kế hoạch|Chương trình|Phương án|Đề án)$/u.test(type ?? '');
  if (manner.deep && isPlan && body.some(({ label }) => label !== null && label.depth <= 1))
    return readOwnDuties(body, head, manner, false);
  return findOrganisation(appendix).flatMap((part) => organised(part, manner));
}

/** An organisation part says nothing but who must do what. */
const organised = (part: Prose[], manner: Manner): ToldDuty[] =>
  dutiesOf(part, manner, null).map((duty) => ({ ...duty, explicit: true }));

/** Where tasks stand in a table the prose above it only sums them up; where none does, the prose is the list of tasks. */
const hasTables = ({ blocks }: Document): boolean =>
  blocks.some((block) => block.kind === 'table' && !isLayoutTable(block));

/**
 * A plan orders in its organisation part; a dispatch or directive, which has no parts, in its numbered clauses; either
 * may order in one sentence.
 */
function readOwnDuties(body: Prose[], head: DocumentHead, manner: Manner, tabled: boolean): ToldDuty[] {
  const hasParts = body.some(({ label }) => label !== null && label.depth <= 1);
  const lead = body.findIndex(({ text, label }) => label === null && addresses.test(text));
  if (!hasParts && lead >= 0) {
    const end = addressedUpTo(body, lead);
    const addressed = dutiesOf(body.slice(lead + 1, end), manner, addressedBy(body[lead]?.text ?? '', head));
    return [...addressed, ...(end < body.length ? readOwnDuties(body.slice(end), head, manner, tabled) : [])];
  }
  const parts = findOrganisation(body);
  const inside = new Set(parts.flat());
  const elsewhere = growClauses(body.filter((one) => !inside.has(one)));
  const accept = tabled && parts.length > 0 ? isExplicitOrder : manner.deep ? deepOrder(manner) : isOrder;
  const organisation = parts.flatMap((part) => organised(part, manner));
  const ordering = manner.deep && (organisation.length > 0 || findOrdered(elsewhere, accept, false).length > 0);
  const ordered = findOrdered(elsewhere, accept, ordering).flatMap((clause) =>
    clause.owner || (isUnowned(clause) && !accept(clause, true))
      ? readUnowned(clause, manner, clause.owner)
      : readDuties([clause], manner, null),
  );
  const duties = [...ordered, ...organisation];
  return duties.length > 0 || hasParts ? duties : body.flatMap((one) => readSentenceOrder(one, manner));
}

/** Where the clause ends that the ordering sentence stands in: "1. Về đầu tư công" … "yêu cầu:" … up to "2. Về xuất khẩu". */
function addressedUpTo(body: Prose[], lead: number): number {
  const labels = body.map(({ label }) => (label !== null && label.depth < bullet.depth ? label : null));
  const above = labels.findLast((label, at) => at < lead && label !== null);
  const next = labels.find((label, at) => at > lead && label !== null);
  if (!above || !next || (next.depth <= above.depth && /^(?:1|a|I)$/.test(next.value))) return body.length;
  const end = labels.findIndex((label, at) => at > lead && label !== null && label.depth <= above.depth);
  return end < 0 ? body.length : end;
}

/** "… Sở Nội vụ đề nghị các sở, ban, ngành báo cáo kết quả …": a dispatch of one order. */
function readSentenceOrder(one: Prose, manner: Manner): ToldDuty[] {
  if (one.label !== null || isClosingFormula(one)) return [];
  const said = /(?:yêu cầu|đề nghị|giao)\s+(?=\S).*$/iu.exec(one.text)?.[0];
  return said ? readDuties([{ ...one, text: said, body: said, children: [] }], manner, null) : [];
}

/**
 * The outermost clauses that are orders, and among the tasks of a part those that name nobody. `ordering`: the paper gives
 * orders, so that a part of tasks lists some too where it names nobody at all.
 */
function findOrdered(clauses: Clause[], accept: Accept, ordering: boolean, under = false): Ordered[] {
  return clauses.flatMap((clause): Ordered[] => {
    if (isPurpose(clause)) return [];
    if (accept(clause, under)) return [clause];
    const lead = isTaskPart(clause) ? findLeadIn(clause) : undefined;
    const children = clause.children.filter((child) => child !== lead?.clause);
    const ordered = findOrdered(children, accept, ordering, under || clause.label !== null);
    const listed = isTaskPart(clause) && (ordered.length > 0 || lead !== undefined || (ordering && !isArticle(clause)));
    return listed ? withUnowned(children, ordered, lead?.owner) : ordered;
  });
}

/** "Điều 2. Nhiệm vụ, quyền hạn" says what a body is for. */
const isArticle = ({ label }: Clause): boolean => label?.kind === 'article';

/** `under`: it stands under a labelled clause. */
type Accept = (clause: Clause, under: boolean) => boolean;

/** Parts that say why, or look back, order nothing. */
const isPurpose = ({ label, body }: Clause): boolean =>
  label !== null && label.depth <= 1 && purpose.test(body) && !looksAhead.test(body);
const purpose = /^(?:mục (?:đích|tiêu)|yêu cầu|quan điểm|phạm vi|kết quả|đánh giá|thực trạng|tình hình)/iu;
/** "Tình hình tháng 4; nhiệm vụ, giải pháp thời gian tới" looks back and orders, as sessions of the Government do. */
const looksAhead = /(?:[;,]|\svà)\s+(?:một số\s+|các\s+)?(?:phương hướng|nhiệm vụ|giải pháp)/iu;

/** "UBND thị xã yêu cầu:", "… đề nghị các sở, ban, ngành thực hiện các nội dung sau:". */
const addresses =
  /(?:yêu cầu|đề nghị|chỉ thị|giao|triển khai|thực hiện|như sau|nội dung sau|nhiệm vụ sau)[^.]{0,500}:\s*$/iu;

/**
 * Outside the organisation part a numbered clause is a duty where it says "giao", "yêu cầu" or "đề nghị"; a bullet of a
 * numbered clause also where an agency by name stands at its head with something to do.
 */
const isExplicitOrder: Accept = ({ label, body }, under) => {
  const order = label === null ? undefined : findOrder(body);
  if (!label || !order) return false;
  if (label.depth < bullet.depth) return given.test(body);
  return under && order.rest !== '' && isWork(order.rest);
};
const given = /^(?:giao|yêu cầu|đề nghị)\s/iu;

/** Any labelled clause headed by an agency that must act. */
function isOrder({ label, body, children }: Clause): boolean {
  const order = label === null ? undefined : findOrder(body);
  return order !== undefined && (order.rest !== '' || children.length > 0);
}

/** Where no table lists the tasks, also a sentence under a heading, an order inside one, and one that names its day first. */
const deepOrder =
  (manner: Manner): Accept =>
  (clause, under) => {
    const labelled = clause.label !== null;
    if (!labelled && !under) return headsItems(clause);
    const late = titledOrder(clause.body, manner) !== undefined;
    return (
      late || isOrder(labelled ? clause : { ...clause, label: bullet }) || findEmbedded(clause.body).orders.length > 0
    );
  };
/** "Bộ Công an:" over its items, where clauses carry no number. */
const headsItems = ({ body, children }: Clause): boolean =>
  findOrder(body)?.rest === '' && children.some(({ label }) => label !== null);
const bullet = { kind: 'dash', value: '', depth: 6 } as const;

/** Whom the ordering sentence names, else whom the dispatch is sent to. */
function addressedBy(text: string, head: DocumentHead): Addressed | null {
  const said = /(?:yêu cầu|đề nghị|giao)\s+(.*)$/iu.exec(text);
  const order = said ? findOrder(said[0]) : undefined;
  if (order) return { modality: order.modality, agencies: order.agencies };
  if (head.addressees.length === 0) return null;
  return { modality: /đề nghị/iu.test(text) ? 'request' : 'assign', agencies: head.addressees };
}

function dutiesOf(part: Prose[], manner: Manner, addressed: Addressed | null): ToldDuty[] {
  const items = cutClosing(part);
  return [...readDuties(growClauses(items), manner, addressed), ...closingDuties(part.slice(items.length), manner)];
}

/**
 * "Yêu cầu Thủ trưởng các phòng, ban … có các giải pháp để …": the closing formula may ask for more than that all carry out
 * the plan. What it says of reports is read with the reports.
 */
function closingDuties(closing: Prose[], manner: Manner): ToldDuty[] {
  const demands = closing.filter(isClosingFormula).flatMap((one) =>
    splitSentences(one.text)
      .map((said) => said.replace(formula, ''))
      .map((text): Clause => ({ ...one, text, body: text, children: [] })),
  );
  return readDuties(demands.filter(demandsWork), manner, null);
}

const formula = /^trên đây là\s[^.;:]*[,;]\s+(?=(?:yêu cầu|đề nghị)\s)/iu;

const demandsWork = ({ text }: Clause): boolean => {
  const order = given.test(text) ? findOrder(text) : undefined;
  return order !== undefined && isWork(order.rest) && !reportsFirst.test(order.rest);
};
const reportsFirst =
  /^(?:(?:kịp thời|định kỳ|tổng hợp|thường xuyên|h[ằà]ng (?:tháng|quý|năm))[\s,]*)*(?:báo cáo|phản ánh|gửi|thông tin|trao đổi)(?![\p{L}])/iu;

/** An item speaks of its own agencies where it names them, else of its section's. */
function dutyPassages(duties: Duty[]): Passage[] {
  return duties.flatMap(({ agencies, items }) =>
    items.map((item) => ({ text: item.text, who: item.agencies.length > 0 ? item.agencies : agencies })),
  );
}

/** Prose outside the duties that may still oblige to report: the closing, and clauses about reporting. */
function findElsewhere(body: Prose[], duties: Duty[]): Prose[] {
  const told = duties.flatMap(({ items }) => items.map(({ text }) => text));
  const from = body.findIndex(({ label, body: text }) => label !== null && label.depth <= 1 && !purpose.test(text));
  const part = body.slice(Math.max(0, from)).map((one) => (isClosingFormula(one) ? withoutTold(one, told) : one));
  return part.filter(
    (one) => /báo cáo|phản ánh|kế hoạch/iu.test(one.text) && !told.some((text) => one.text.includes(text)),
  );
}

/** A closing formula may ask for work in one sentence and for reports in the next: the first is read with the duties. */
function withoutTold(one: Prose, told: readonly string[]): Prose {
  const drop = (text: string): string => told.reduce((rest, said) => rest.replace(said, () => '. '), text);
  return { ...one, text: drop(one.text), body: drop(one.body) };
}

const plainPassage = ({ body }: Prose): Passage => ({ text: body, who: findOrder(body)?.agencies ?? [] });
