import type { ColumnKind, SampleGroup, SampleTask, Sheet } from '../model.ts';

/** A row of a sheet before any format: either the row of a group or a task with the text of each column. */
export type Row =
  | { kind: 'group'; group: SampleGroup; label: string; name: string }
  | {
      kind: 'task';
      group: SampleGroup;
      task: SampleTask;
      cells: string[];
      /** first of the tasks that share its component */
      leads: boolean;
      /** first of its group */
      opens: boolean;
    };

/** The rows as printed. Where the dimension is a column there are no group rows. */
export function rowsOf(sheet: Sheet): Row[] {
  const asColumn = sheet.columns.some((column) => column.kind === 'dimension');
  let through = 0;
  return sheet.groups.flatMap((group) => {
    let number = 0;
    const tasks = group.tasks.map((task, at): Row => {
      if (task.component !== null || sheet.numbering === 'restart') number += 1;
      through += 1;
      const leads = task.component !== null;
      const opens = at === 0;
      const printed = numberOf(sheet, group, leads, opens, sheet.numbering === 'through' ? through : number);
      const cells = sheet.columns.map(({ kind }) => (kind === 'number' ? printed : cellOf(kind, group, task, opens)));
      return { kind: 'task', group, task, cells, leads, opens };
    });
    const name = group.directive === undefined ? group.name : `${group.name}: ${group.directive}`;
    const head: Row[] = asColumn || group.name === '' ? [] : [{ kind: 'group', group, label: group.label, name }];
    return [...head, ...tasks];
  });
}

function numberOf(sheet: Sheet, group: SampleGroup, leads: boolean, opens: boolean, number: number): string {
  switch (sheet.numbering) {
    case 'decimal':
      return leads ? `${group.label}.${number}` : '';
    case 'dash':
      return '-';
    case 'none':
      return opens ? group.label : '';
    default:
      return String(number);
  }
}

function cellOf(kind: ColumnKind, group: SampleGroup, task: SampleTask, opens: boolean): string {
  switch (kind) {
    case 'dimension':
      return opens ? group.name : '';
    case 'component':
      return task.component ?? '';
    case 'text':
      return task.text;
    case 'result':
      return task.result ?? '';
    case 'time':
      return task.time?.print ?? '';
    case 'number':
      return '';
    default:
      return task[kind]?.print ?? '';
  }
}
