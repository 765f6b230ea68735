import { fold, squish } from '../../kernel/text.ts';
import type { Task } from '../model.ts';
import { startsWithAct, statesAct } from './acts.ts';
import type { Row } from './row.ts';

type Said = Pick<Task, 'index' | 'component' | 'text' | 'lead' | 'implement' | 'cooperate' | 'monitor' | 'time'>;

/** What an officer should know of a row before accepting it. */
export function notesOf(task: Said, row: Row): string[] {
  const notes: string[] = [];
  if (!statesAct(withoutName(task))) notes.push('no-action-stated');
  if (task.time === null) notes.push('no-time-stated');
  const doers = [...task.lead, ...task.implement];
  if (doers.length + task.cooperate.length + task.monitor.length === 0) notes.push('agencies-missing');
  const names = new Set(doers.map((name) => fold(squish(name))));
  if (task.monitor.length > 0 && task.monitor.every((name) => names.has(fold(squish(name)))))
    notes.push('self-monitored');
  if (acts(task.text) > 1) notes.push('several-acts');
  for (const { header, text } of row.unknown) notes.push(`unknown-column:${header}: ${text}`);
  for (const slip of slips([...doers, ...task.cooperate, ...task.monitor])) notes.push(`spelling:${slip}`);
  return notes;
}

/** PAPI's sub-dimensions are names ("Công khai danh sách hộ nghèo"), not acts, also where they begin with a verb. */
function withoutName({ index, component, text }: Said): string {
  return index === 'PAPI' && component !== null ? text.replace(component, '') : text;
}

function acts(text: string): number {
  return text.split('\n').filter((line) => /^[-+]\s/.test(line) && startsWithAct(line.slice(2))).length;
}

const firstWords = ['phòng', 'sở', 'ubnd', 'ubmt', 'công', 'thanh', 'văn', 'trung', 'ban', 'chủ', 'thủ', 'ủy', 'cấp'];

/** Names whose first word misses or doubles a letter of one that names agencies: "Phòn Kinh tế", "UUBMT Tổ quốc". */
function slips(names: string[]): string[] {
  return [...new Set(names)].filter((name) => {
    const first = squish(name).split(' ')[0]?.toLowerCase() ?? '';
    return (
      first.length > 3 &&
      !firstWords.includes(first) &&
      firstWords.some((word) => word.length >= 4 && isOneLetterOff(first, word))
    );
  });
}

function isOneLetterOff(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length !== 1) return false;
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}
