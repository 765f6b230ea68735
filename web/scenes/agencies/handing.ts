import type { ReorganisationForm, ReorganisationPreview } from '../../../src/place/views.ts';

/** Open work of one agency under one component: it goes together. */
export type WorkGroup = {
  key: string;
  fromId: string;
  from: string;
  component: string | null;
  /** where it goes as things stand; null: nobody is named; undefined: not all to the same */
  toId: string | null | undefined;
  assignmentIds: string[];
  texts: string[];
  choices: { id: string; name: string }[];
};

/** The open work of a preview by component, with whom each may go to: who takes over, or who keeps it while it lasts. */
export function groupWork({ work, successions, ended }: ReorganisationPreview): WorkGroup[] {
  const groups = new Map<string, WorkGroup>();
  for (const { assignmentId, fromId, toId, from, component, text } of work) {
    const key = `${fromId} ${component ?? ''}`;
    const heirs = successions.filter((one) => one.fromId === fromId).map((one) => ({ id: one.toId, name: one.to }));
    const keeps = ended.includes(fromId) ? [] : [{ id: fromId, name: `ở lại ${from}` }];
    const known = groups.get(key);
    const group: WorkGroup = known ?? {
      ...{ key, fromId, from, component, toId, assignmentIds: [], texts: [], choices: [...keeps, ...heirs] },
    };
    if (group.toId !== toId) group.toId = undefined;
    group.assignmentIds.push(assignmentId);
    group.texts.push(text);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The form with a group of work given to somebody. */
export function handTo(
  form: ReorganisationForm,
  { fromId, assignmentIds }: WorkGroup,
  toId: string,
): ReorganisationForm {
  const own = new Set(assignmentIds);
  const others = form.handing.filter(
    (one) => one.assignmentIds === 'rest' || !one.assignmentIds.some((id) => own.has(id)),
  );
  return { ...form, handing: [...others, { fromId, toId, assignmentIds }] };
}
