import type { DocumentHead, Duty } from '../model.ts';
import { findSchedule } from '../schedule.ts';
import { readTargets } from '../targets.ts';
import { findOrder, findSubject, type Order } from './order.ts';
import type { Clause } from './sections.ts';

type Item = Duty['items'][number];
/** Who acts where the clause itself does not say: the body a dispatch addresses. */
export type Addressed = { modality: Duty['modality']; agencies: string[] };

/** The duties of a tree of clauses: one for each clause headed by agencies. */
export function readDuties(clauses: Clause[], head: DocumentHead, addressed: Addressed | null): Duty[] {
  return clauses.flatMap((clause) => readDuty(clause, head, addressed)).filter(({ items }) => items.length > 0);
}

function readDuty(clause: Clause, head: DocumentHead, addressed: Addressed | null): Duty[] {
  const order = findOrder(clause.body) ?? titledOrder(clause.body);
  if (order) return [assemble(clause, order, head)];
  const nested = clause.children.filter(({ body }) => findOrder(body) !== undefined);
  const headed = nested.filter((child) => child.children.length > 0 || child.label === null || child.label.depth <= 5);
  if (headed.length > 0 && (!addressed || headed.length === clause.children.length)) {
    const section = sectionOf(clause);
    return readDuties(clause.children, head, null).map((duty) => ({ ...duty, section: duty.section ?? section }));
  }
  if (!addressed || addressed.agencies.length === 0) return [];
  const own: Order = { ...addressed, rest: clause.body };
  return [assemble(clause, own, head)];
}

function assemble(clause: Clause, order: Order, head: DocumentHead): Duty {
  const lead = leadOf(clause.children);
  const children = lead ? clause.children.slice(1) : clause.children;
  const leading = isLead(order.rest) && children.length > 0;
  const heading = order.rest !== '' && !leading && !isTitle(order.rest, children);
  const items = [
    ...(heading ? [readItem(order.rest, [], head)] : []),
    ...children.flatMap((child) => collect(child, [], head)),
  ];
  const told = items.filter(({ text }) => !enacting.test(text));
  return {
    section: sectionOf(clause),
    modality: askedOnly(told) ? 'request' : order.modality,
    agencies: lead?.agencies ?? order.agencies,
    items: told,
  };
}

/** Under a heading that only names them, "Đề nghị …" may begin each item. */
const askedOnly = (items: Item[]): boolean => items.length > 0 && items.every(({ text }) => /^đề nghị\s/iu.test(text));

/** The printed number of a clause; a bullet has none. */
function sectionOf({ label }: Clause): string | null {
  return label === null || label.kind === 'dash' || label.kind === 'plus' ? null : label.value;
}

/** The last article of a decision binds everybody to it; it gives nobody a thing to do. */
const enacting =
  /^chịu trách nhiệm (?:thi hành|thực hiện) (?:quyết định|chỉ thị|nghị quyết|kế hoạch|chương trình) này/iu;

/** "Giao Thủ trưởng … có trách nhiệm:" under a heading: it leads the bullets and says whose they are. */
function leadOf(children: Clause[]): Order | undefined {
  const [first] = children;
  if (!first || first.label !== null || children.length < 2 || !isLead(first.text)) return undefined;
  return findOrder(first.text) ?? undefined;
}

/** "Kinh phí thực hiện: Phòng Tài chính tham mưu …": a title before the order. */
function titledOrder(text: string): Order | undefined {
  const titled = /^[^.;:()]{4,60}:\s+(?=\p{Lu})/u.exec(text);
  const order = titled ? findOrder(text.slice(titled[0].length)) : undefined;
  return order && order.rest !== '' ? order : undefined;
}

const isLead = (text: string): boolean => /:\s*$/u.test(text);

/** A short heading over labelled clauses is their title, not a thing to do. */
const isTitle = (text: string, children: Clause[]): boolean =>
  children.some(({ label }) => label !== null) && text.length < 60 && !/[.;]$/u.test(text);

/** The leaves are what must be done; a bullet that only names agencies before a colon says whose the leaves are. */
function collect(clause: Clause, own: string[], head: DocumentHead): Item[] {
  if (clause.children.length === 0)
    return isLead(clause.text) && clause.label === null ? [] : [readItem(clause.body, own, head)];
  const order = findOrder(clause.body);
  const whose = order && (order.rest === '' || isLead(clause.body)) ? order.agencies : own;
  const leaves = clause.children.flatMap((child) => collect(child, whose, head));
  return isLead(clause.body) ? leaves : [readItem(clause.body, own, head), ...leaves];
}

function readItem(text: string, own: string[], head: DocumentHead): Item {
  const subject = findSubject(text);
  return {
    text,
    agencies: subject.length > 0 ? subject : own,
    schedule: findSchedule(text, head.year)?.schedule ?? null,
    targets: readTargets(text),
  };
}
