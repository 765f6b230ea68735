import type { SampleGroup, SamplePlan, SampleTask, Sheet } from '../model.ts';

/** What a reader should understand, from the source alone. `quantities` is null where the sample does not say. */
export function expectedOf(plan: SamplePlan) {
  const { head } = plan;
  return {
    document: {
      type: head.type,
      number: head.number,
      symbol: head.symbol,
      date: head.date,
      year: head.year,
      place: head.place,
      issuer: head.issuerName,
      title: head.title,
      signer: { name: head.signer.name, title: head.signer.title },
      indices: head.indices,
      references: head.references,
      addressees: head.addressees,
      results: head.results,
    },
    duties: plan.body.flatMap((entry) => (typeof entry === 'string' ? [] : [dutyOf(entry.duty)])),
    reporting: plan.reporting,
    groups: plan.sheets.flatMap((sheet) =>
      sheet.groups.filter(({ name }) => name !== '').map((group) => groupOf(sheet, group)),
    ),
    tasks: plan.sheets.flatMap((sheet) => sheet.groups.flatMap((group) => tasksOf(sheet, group))),
  };
}
export type Expected = ReturnType<typeof expectedOf>;

function dutyOf({
  section,
  modality,
  agencies,
  items,
}: {
  section: string;
  modality: string;
  agencies: string[];
  items: string[];
}) {
  return { section, modality, agencies, items };
}

function groupOf({ index }: Sheet, { dimension, name, directive }: SampleGroup) {
  return { index, dimension, name, directive: directive ?? null };
}

function tasksOf(sheet: Sheet, group: SampleGroup) {
  let component: string | null = group.name === '' ? null : group.name;
  return group.tasks.map((task) => {
    component = task.component ?? component;
    return taskOf(sheet, group, task, component);
  });
}

function taskOf(sheet: Sheet, group: SampleGroup, task: SampleTask, component: string | null) {
  const [code] = task.codes;
  return {
    index: sheet.index,
    // without a group row the dimension follows from the code
    dimension: group.name === '' ? Number(code?.split('.')[0]) : group.dimension,
    component: component?.replaceAll('\n', ' ') ?? null,
    codes: task.codes,
    text: task.text,
    result: task.result ?? null,
    lead: task.lead?.names ?? [],
    implement: task.implement?.names ?? [],
    cooperate: task.cooperate?.names ?? [],
    monitor: task.monitor?.names ?? [],
    time: task.time?.print ?? null,
    schedule: task.time?.schedule ?? null,
    quantities: task.quantities ?? null,
  };
}
