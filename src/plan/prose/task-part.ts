import type { Addressed } from './duties.ts';
import { findOrder } from './order.ts';
import type { Clause } from './sections.ts';
import { startsWithVerb } from './verbs.ts';

/** A clause that is to be done; `owner` where the sentence that leads its part in says by whom. */
export type Ordered = Clause & { owner?: Addressed };

/** "II. NHIỆM VỤ, GIẢI PHÁP": where some items say who must act, the others are tasks too. */
export const isTaskPart = ({ label, body }: Clause): boolean =>
  label !== null && label.depth <= 1 && /^(?:các |những |một số )?(?:nhóm )?(?:nhiệm vụ|giải pháp)/iu.test(body);

/** "… các bộ, Ủy ban nhân dân các tỉnh cần tập trung thực hiện các nhiệm vụ sau đây:", before the first item of its part. */
export function findLeadIn({ children }: Clause): { clause: Clause; owner: Addressed } | undefined {
  const [clause] = children;
  if (clause?.label !== null || clause.children.length > 0 || !leads.test(clause.text)) return undefined;
  const starts = [0, ...[...clause.text.matchAll(/(?:,|\s(?=(?:yêu cầu|giao)\s))\s*/giu)].map(endOf)];
  const order = starts.map((at) => findOrder(clause.text.slice(at))).find((one) => one && one.rest !== '');
  return order && { clause, owner: { modality: order.modality, agencies: order.agencies } };
}

const leads = /(?:nhiệm vụ|nội dung|giải pháp|công việc|việc)[^.;:]{0,80}:\s*$/iu;
const endOf = (match: RegExpExecArray): number => match.index + match[0].length;

/** An item that says what to do and not who. */
export const isUnowned = (clause: Clause): boolean => {
  const { label, body, children } = clause;
  const whole = children.length === 0 ? /[.;]$/u.test(body) : isLetteredAct(clause);
  return label !== null && whole && body.split(' ').length > 5 && startsWithVerb(body) && !findOrder(body);
};

const nobody: Addressed = { modality: 'assign', agencies: [] };
const isItem = ({ label, body, children }: Clause): boolean =>
  label !== null && children.length === 0 && /[.;]$/u.test(body) && body.split(' ').length > 5 && !findOrder(body);

/** "đ) Sửa đổi Luật … để:" with bullets: they say what the act is for. */
const isLetteredAct = ({ label, body, children }: Clause): boolean =>
  label?.kind === 'letter' && /:\s*$/u.test(body) && children.every(isBullet);
const isBullet = ({ label, children }: Clause): boolean =>
  children.length === 0 && (label === null || label.kind === 'dash' || label.kind === 'plus');

/** Under a sentence that says whose the items are, each of them is a task, whatever word it begins with. */
const isOwned = ({ label, body, children }: Clause): boolean => {
  const item = children.length === 0 || (label?.kind === 'letter' && children.every(isBullet));
  return label !== null && item && body.split(' ').length > 4 && !findOrder(body);
};

/** The orders among the clauses of a part, and between them the items that name nobody. */
export function withUnowned(clauses: Clause[], ordered: Ordered[], owner: Addressed | undefined): Ordered[] {
  // among acts an item that begins with a word no list has is one too
  const acts = clauses.filter(isUnowned).length * 2 >= clauses.length;
  return clauses.flatMap((clause) => {
    if (ordered.includes(clause)) return [clause];
    if (owner ? isOwned(clause) : isUnowned(clause)) return [owner ? { ...clause, owner } : clause];
    if (acts && isItem(clause)) return [{ ...clause, owner: nobody }];
    return withUnowned(clause.children, ordered, owner);
  });
}
