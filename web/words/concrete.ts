import { nameConcrete } from '../../src/assignment/concrete/fold.ts';
import type { ConcreteChange } from '../../src/assignment/concrete/model.ts';
import type { Act, Action } from '../../src/assignment/model.ts';
import { sayDay } from '../../src/kernel/plain-date.ts';
import type { HistoryEntry } from '../api-work.ts';

/** One change of a concrete act in a sentence. `entries` say what the act is called. */
export function sayConcrete(
  { concreteId, change }: Act & { kind: 'concrete' },
  entries: readonly HistoryEntry[],
): string {
  const name = nameConcrete(entries as readonly Pick<HistoryEntry, 'id'>[] as readonly Action[], concreteId);
  return `Việc cụ thể “${name ?? 'không còn tên'}”: ${sayChange(change)}`;
}

function sayChange(change: ConcreteChange): string {
  switch (change.kind) {
    case 'add':
      return change.due ? `thêm, phải xong ngày ${sayDay(change.due)}` : 'thêm';
    case 'text':
      return 'sửa nội dung';
    case 'product':
      return change.product ? `sản phẩm là ${change.product}` : 'bỏ sản phẩm';
    case 'due':
      return change.due ? `phải xong ngày ${sayDay(change.due)}` : 'bỏ ngày phải xong';
    case 'villages':
      return [
        change.add.length > 0 && `thêm ${change.add.join(', ')}`,
        change.remove.length > 0 && `bỏ ${change.remove.join(', ')}`,
      ]
        .filter(Boolean)
        .join('; ');
    case 'tick':
      return change.on ? `${change.village} xong ngày ${sayDay(change.on)}` : `bỏ đánh dấu ${change.village}`;
    case 'done':
      return change.on ? `xong ngày ${sayDay(change.on)}` : 'bỏ đánh dấu xong';
    case 'remove':
      return 'bỏ';
  }
}
