import { formatPlainDate, isPlainDate } from '../../kernel/plain-date.ts';
import type { LineState } from '../../report/content/model.ts';
import type { Block } from '../paper/model.ts';
import { listed } from '../paper/wording.ts';

/** What papers of reports say in the same words. */

export const stateNames: Record<LineState, string> = {
  done: 'Hoàn thành',
  doing: 'Đang thực hiện',
  'not-begun': 'Chưa thực hiện',
  none: 'Không phát sinh',
};

/** A text as paragraphs and dash lists, as it was typed line by line. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const item = /^[-–•]\s*(.+)$/u.exec(line)?.[1];
    const last = blocks.at(-1);
    if (item === undefined) blocks.push({ kind: 'paragraph', text: line });
    else if (last?.kind === 'list') last.items.push(item);
    else blocks.push({ kind: 'list', items: [item] });
  }
  return blocks;
}

/** A part of the report, left out where nothing is said. */
export const part = (text: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text }, ...blocks];

export const sayDay = (day: string): string => (isPlainDate(day) ? formatPlainDate(day) : day);

/** Items after dashes, each but the last closed by a semicolon; nothing where there are none. */
export const dashes = (items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items: listed(items) }];
