import type { Duty } from '../model.ts';
import { findSchedule } from '../schedule.ts';
import { readTargets } from '../targets.ts';
import { startsWithAct } from '../tasks/acts.ts';
import { findEmbedded } from './embedded.ts';
import { splitInlineItems } from './inline-items.ts';
import { findLateOrder, findOrder, findSubject, type Order } from './order.ts';
import type { Prose } from './paragraphs.ts';
import type { Clause } from './sections.ts';

/** An item as the contract has it, what it says of its own agencies, the paragraph it stands in, and what leads it in ("Chủ trì, phối hợp với Bộ Tài chính:"). */
export type Item = Duty['items'][number] & { said: string; from: Prose; leadIn: string };
/**
 * `explicit`: it says "giao", "đề nghị" or "có trách nhiệm", or stands where only orders do. `leadIn`: what is said of all
 * its items ("chủ trì, phối hợp với Bộ Tài chính:").
 */
export type ToldDuty = Omit<Duty, 'items'> & { items: Item[]; explicit: boolean; leadIn: string };
/** `deep` where no table lists the tasks: then orders inside sentences are looked for too. */
export type Manner = { year: number | null; deep: boolean };
/** Who acts where the clause itself does not say: the body a dispatch addresses. */
export type Addressed = { modality: Duty['modality']; agencies: string[] };

/** The duties of a tree of clauses: one for each clause headed by agencies. */
export function readDuties(clauses: Clause[], manner: Manner, addressed: Addressed | null): ToldDuty[] {
  return clauses.flatMap((clause) => readDuty(clause, manner, addressed)).filter(({ items }) => items.length > 0);
}

function readDuty(clause: Clause, manner: Manner, addressed: Addressed | null): ToldDuty[] {
  const said = clause.label !== null && /[.;]$/u.test(clause.body) && findOrder(clause.body)?.rest !== '';
  const apart = manner.deep ? clause.children.filter((child) => standsApart(child, said)) : [];
  if (apart.length === 0) return readClause(clause, manner, addressed);
  const own = { ...clause, children: clause.children.filter((child) => !apart.includes(child)) };
  return [
    ...readClause(own, manner, addressed),
    ...readDuties(apart, manner, addressed).map((duty) => under(clause, duty)),
  ];
}

/**
 * A paragraph without a number that orders by itself: "… Giao Sở Y tế theo dõi, tổng hợp." after the last item. After one that
 * is a sentence (`said`) it needs no word of giving.
 */
const standsApart = ({ label, body, children }: Clause, said: boolean): boolean =>
  label === null &&
  children.length === 0 &&
  !isLead(body) &&
  ((explicitly.test(body) && findOrder(body) !== undefined) ||
    (said && (findOrder(body)?.rest ?? '') !== '') ||
    findEmbedded(body).orders.length > 0);

function readClause(clause: Clause, manner: Manner, addressed: Addressed | null): ToldDuty[] {
  if (binding.test(clause.body) || isAside(clause.text)) return [];
  const order = findOrder(clause.body) ?? titledOrder(clause.body, manner);
  const embedded = manner.deep ? findEmbedded(clause.body) : { before: '', orders: [] };
  const [first] = embedded.orders;
  if (first && (embedded.orders.length > 1 || embedded.before !== '')) {
    const own = order && embedded.before !== '' ? [{ ...order, rest: restUpTo(order.rest, embedded.before) }] : [];
    return assembleEmbedded(clause, [...own.filter(({ rest }) => rest !== ''), ...embedded.orders], manner);
  }
  if (order) return [assemble(clause, order, manner)];
  const nested = clause.children.filter(({ body }) => findOrder(body) !== undefined);
  const headed = nested.filter((child) => child.children.length > 0 || child.label === null || child.label.depth <= 5);
  if (headed.length > 0 && (!addressed || headed.length === clause.children.length)) {
    return readDuties(clause.children, manner, null).map((duty) => under(clause, duty));
  }
  if (!addressed || addressed.agencies.length === 0)
    return manner.deep ? readDuties(clause.children, manner, null).map((duty) => under(clause, duty)) : [];
  const own: Order = { ...addressed, rest: clause.body };
  return [assemble(clause, own, manner)];
}

/** What must be done and the clause itself names nobody for; what hangs under it is part of it. */
export function readUnowned(clause: Clause, manner: Manner, owner: Addressed | undefined): ToldDuty[] {
  const order = { modality: 'assign' as const, agencies: [], ...owner, rest: withParts(clause) };
  const duty = assemble({ ...clause, children: [] }, order, manner);
  return [{ ...duty, explicit: duty.explicit || owner !== undefined }];
}

/** Of what an order says the part that stands before the next order. */
function restUpTo(rest: string, before: string): string {
  const at = before.indexOf(rest.slice(0, 30));
  return at < 0 ? '' : before.slice(at);
}

/** What stands under a bullet belongs to the numbered clause above. */
const under = (clause: Clause, duty: ToldDuty): ToldDuty => ({ ...duty, section: duty.section ?? sectionOf(clause) });

/** Orders inside one clause: the last takes what hangs under the clause where it ends in a colon. */
function assembleEmbedded(clause: Clause, orders: Order[], manner: Manner): ToldDuty[] {
  const leads = isLead(orders.at(-1)?.rest ?? '');
  const own = orders.map((order, at) => {
    const children = leads && at === orders.length - 1 ? clause.children : [];
    return { ...assemble({ ...clause, children }, order, manner), explicit: true };
  });
  return leads ? own : [...own, ...readDuties(clause.children, manner, null).map((duty) => under(clause, duty))];
}

function assemble(clause: Clause, order: Order, manner: Manner): ToldDuty {
  const lead = leadOf(clause.children);
  const children = lead ? clause.children.slice(1) : clause.children;
  const leading = isLead(order.rest) && children.length > 0;
  const heading = order.rest !== '' && !leading && !isTitle(order.rest, children);
  const items = [
    ...(heading ? readHeading(order, clause, manner) : []),
    ...children.flatMap((child) => collect(child, [], manner)),
  ];
  const told = items.filter(({ text }) => !enacting.test(text));
  return {
    section: sectionOf(clause),
    modality: askedOnly(told) ? 'request' : order.modality,
    agencies: lead?.agencies ?? order.agencies,
    items: told,
    explicit: explicitly.test(clause.body),
    leadIn: leading ? order.rest : '',
  };
}

/** What an order says after its agencies: one thing, or several behind one another. */
function readHeading({ rest }: Order, clause: Clause, manner: Manner): Item[] {
  const several = manner.deep ? splitInlineItems(rest) : undefined;
  const items = several?.items ?? [rest];
  const told = rest !== clause.body;
  return items.map((text) => ({ ...readItem(text, [], clause, manner, told), leadIn: several?.lead ?? '' }));
}

const explicitly = /^(?:kính |trân trọng )?(?:giao|yêu cầu|đề nghị|phân công)\s|có trách nhiệm|chịu trách nhiệm/iu;

/** Under a heading that only names them, "Đề nghị …" may begin each item. */
const askedOnly = (items: Item[]): boolean => items.length > 0 && items.every(({ text }) => /^đề nghị\s/iu.test(text));

/** The printed number of a clause; a bullet has none. */
function sectionOf({ label }: Clause): string | null {
  return label === null || label.kind === 'dash' || label.kind === 'plus' ? null : label.value;
}

/** The last article of a decision binds everybody to it; it gives nobody a thing to do. */
const enacting =
  /^chịu trách nhiệm (?:thi hành|thực hiện) (?:quyết định|chỉ thị|nghị quyết|kế hoạch|chương trình) này/iu;

/** The same with all it binds, whoever they are: "Các Bộ trưởng, … cá nhân có liên quan chịu trách nhiệm thi hành Nghị quyết này." */
const binding =
  /^[^.;:]*\schịu trách nhiệm (?:tổ chức )?thi hành (?:quyết định|chỉ thị|nghị quyết|kế hoạch|chương trình|công điện) này[\s./]*$/iu;

/** "Giao Thủ trưởng … có trách nhiệm:" under a heading: it leads the bullets and says whose they are. */
function leadOf(children: Clause[]): Order | undefined {
  const [first] = children;
  if (!first || first.label !== null || children.length < 2 || !isLead(first.text)) return undefined;
  return findOrder(first.text) ?? undefined;
}

/** "Kinh phí thực hiện: Phòng Tài chính tham mưu …": a title before the order, or the day: "Báo cáo: Định kỳ …, Sở …". */
export function titledOrder(text: string, { deep, year }: Manner): Order | undefined {
  const titled = /^[^.;:()]{4,60}:\s+(?=\p{Lu})/u.exec(text);
  const said = text.slice(titled?.[0].length ?? 0);
  const order = titled ? findOrder(said) : undefined;
  if (order && order.rest !== '') return order;
  return deep ? findLateOrder(said, year) : undefined;
}

const isLead = (text: string): boolean => /:\s*$/u.test(text);

/** A short heading over labelled clauses is their title, not a thing to do. */
const isTitle = (text: string, children: Clause[]): boolean =>
  children.some(({ label }) => label !== null) && text.length < 60 && !/[.;]$/u.test(text);

/** The leaves are what must be done; a bullet that only names agencies before a colon says whose the leaves are. */
function collect(clause: Clause, own: string[], manner: Manner): Item[] {
  if (isAside(clause.text)) return [];
  if (clause.children.length === 0)
    return isLead(clause.text) && clause.label === null ? [] : readLeaf(clause, own, manner);
  if (manner.deep && isOneAct(clause)) return [readItem(withParts(clause), own, clause, manner)];
  const order = findOrder(clause.body);
  const whose = order && (order.rest === '' || isLead(clause.body)) ? order.agencies : own;
  const leads = isLead(clause.body) ? `${order?.rest ?? clause.body} ` : '';
  const leaves = clause.children
    .flatMap((child) => collect(child, whose, manner))
    .map((item) => ({ ...item, leadIn: leads + item.leadIn }));
  return isLead(clause.body) ? leaves : [readItem(clause.body, own, clause, manner), ...leaves];
}

/** A paragraph in brackets explains: "(Văn bản số … gửi kèm)". */
const isAside = (text: string): boolean => /^\([^()]*(?:\([^()]*\)[^()]*)*\)[.;\s]*$/u.test(text);

/** One thing to do, or those of several agencies told one after the other. */
function readLeaf(clause: Clause, own: string[], manner: Manner): Item[] {
  const { before, orders } = manner.deep ? findEmbedded(clause.body) : { before: '', orders: [] };
  if (orders.length < 2 || before !== '') return [readItem(clause.body, own, clause, manner)];
  return orders.map(({ agencies, rest }) => readItem(rest, agencies, clause, manner, true));
}

/** "a) Rà soát các nhóm thủ tục: - đất đai; - xây dựng": the bullets only say what the act is about. */
const isOneAct = ({ body, children }: Clause): boolean =>
  isLead(body) &&
  startsWithAct(body) &&
  children.every((child) => child.children.length === 0 && !startsWithAct(child.body) && !findOrder(child.body));
const withParts = ({ body, children }: Clause): string => [body, ...children.map((one) => `- ${one.body}`)].join('\n');

/** `told`: its agencies were named before it. */
function readItem(text: string, own: string[], { children: _, ...from }: Clause, manner: Manner, told = false): Item {
  const subject = told ? { agencies: [], rest: text } : findSubject(text);
  return {
    text,
    said: subject.rest,
    agencies: subject.agencies.length > 0 ? subject.agencies : own,
    schedule: findSchedule(text, manner.year)?.schedule ?? null,
    targets: readTargets(text),
    from,
    leadIn: '',
  };
}
