import { formatPlainDate, isPlainDate } from '../kernel/plain-date.ts';
import { type Reading, roles, type Task } from '../plan/model.ts';
import { certain } from '../plan/review.ts';
import { roleWords } from '../plan/words/roles.ts';
import { layTable, wrap } from './table.ts';

const columns = [
  { heading: '#', share: 0 },
  { heading: 'Mã', share: 0 },
  { heading: 'Nhiệm vụ', share: 5 },
  { heading: 'Cơ quan', share: 4 },
  { heading: 'Thời gian', share: 2 },
];

/** A reading for a person at a terminal of `width` columns. A mark shows what the reader is not sure of. */
export function layReading(file: string, reading: Reading, width: number): string {
  const { document, tasks, warnings } = reading;
  const doubtful = tasks.filter((task) => doubts(task).length > 0).length;
  const facts = [
    `${tasks.length} nhiệm vụ`,
    doubtful > 0 && `${doubtful} nhiệm vụ có chỗ cần xem lại (đánh dấu ?)`,
    document.indices.length > 0 && document.indices.join(', '),
  ];
  const head = [file, describe(document), facts.filter(Boolean).join(' · ')].filter(Boolean);
  const rows = tasks.map((task, i) => [
    `${i + 1}${doubts(task).length > 0 ? ' ?' : ''}`,
    task.codes.join('\n'),
    task.text,
    agenciesOf(task),
    task.time ?? '',
  ]);
  return [
    ...head.flatMap((line) => wrap(line, width)),
    ...(rows.length > 0 ? ['', layTable(columns, rows, width)] : []),
    ...warnings.flatMap(({ message }) => wrap(`! ${message}`, width)),
    '',
  ].join('\n');
}

function describe({ type, number, symbol, date, issuer, title }: Reading['document']): string {
  const day = date !== null && isPlainDate(date) ? `ngày ${formatPlainDate(date)}` : null;
  const named = [type, number ?? (symbol && `…/${symbol}`), day, issuer && `của ${issuer}`].filter(Boolean).join(' ');
  return [named, title].filter(Boolean).join(': ');
}

const doubts = ({ fields }: Task): string[] =>
  Object.keys(fields).filter((name) => (fields[name]?.confidence ?? 1) < certain);

const agenciesOf = (task: Task): string =>
  roles
    .filter((role) => task[role].length > 0)
    .map((role) => `${roleWords[role]}: ${task[role].join('; ')}`)
    .join('\n');
