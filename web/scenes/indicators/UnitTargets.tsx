import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ClipboardEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { fold, squish } from '../../../src/kernel/text.ts';
import type { Definition } from '../../../src/report/indicator/model.ts';
import { readNumber } from '../../../src/report/indicator/read-number.ts';
import { sayTarget } from '../../../src/report/indicator/say.ts';
import { findTarget } from '../../../src/report/indicator/summarize.ts';
import type { IndicatorDetailView } from '../../../src/report/indicator/views.ts';
import { Refusal } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { say } from '../../state/toasts.ts';
import { everyIndicator, indicatorApi } from './api.ts';
import { blockOf, placeBlock } from './grid.ts';
import { shortNames } from './names.ts';
import { move } from './SheetCell.tsx';

/** What is typed of a unit: its own target of the year, and its own baseline. */
const columns = ['Mục tiêu riêng', 'Gốc so sánh riêng'] as const;
type Typed = readonly [string, string];

const write = (value: number | undefined): string =>
  value === undefined
    ? ''
    : new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6, useGrouping: false }).format(value);

/** Targets of single units where they differ from what all are held against: a table, typed or pasted from Excel. */
export function UnitTargets({ detail, onClose }: { detail: IndicatorDetailView; onClose: () => void }) {
  const { indicator, units, year } = detail;
  const { definition } = indicator;
  const names = shortNames(detail.agencies);
  const [rows, setRows] = useState<readonly Typed[]>(() => units.map((id) => typedOf(definition, id, year)));
  const table = useRef<HTMLTableElement>(null);
  const client = useQueryClient();
  const common = findTarget(definition, String(year), null);
  const wrong = rows.flat().filter((text) => readNumber(text) === undefined).length;
  const save = useMutation({
    mutationFn: () =>
      indicatorApi.change(indicator.id, indicator.rev, { ...definition, ...taken(definition, units, rows, year) }),
    onSuccess: () => {
      say('Đã lưu mục tiêu từng đơn vị.');
      onClose();
    },
    onSettled: () => client.invalidateQueries(everyIndicator),
  });
  const put = (entries: readonly { row: number; column: number; typed: string }[]) =>
    setRows((now) =>
      entries.reduce(
        (all, { row, column, typed }) => all.with(row, (all[row] ?? ['', '']).with(column, typed) as unknown as Typed),
        [...now],
      ),
    );
  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const block = blockOf(event.clipboardData.getData('text/plain'));
    if (block.length === 1 && block[0]?.length === 1) return;
    event.preventDefault();
    const named = byName(
      block,
      units.map((id) => names.get(id) ?? ''),
    );
    const { placed, beyond } = named ?? placeBlock(block, { row, column }, { rows: units.length, columns: 2 });
    put(placed);
    say(
      `Đã dán ${sayNumber(placed.length)} ô, chưa lưu.${beyond > 0 ? ` ${sayNumber(beyond)} ô không khớp đơn vị nào hoặc nằm ngoài bảng nên bỏ qua.` : ''}`,
    );
  };
  return (
    <Sheet title={`Mục tiêu từng đơn vị, năm ${year}`} isOpen onClose={onClose} kind="large">
      <p>
        {common ? `Mục tiêu chung: ${sayTarget(definition, common)}. ` : 'Chưa đặt mục tiêu chung. '}Ô trống là theo mục
        tiêu chung. Dán được từ Excel: một cột số từ ô đang chọn, hoặc cột tên đơn vị kèm số.
      </p>
      <div className="matrix-scroll">
        <table ref={table} className="sheet-table">
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              {columns.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((id, row) => (
              <tr key={id}>
                <th scope="row">{names.get(id)}</th>
                {columns.map((title, column) => (
                  <td key={title}>
                    <input
                      className="sheet-cell"
                      inputMode="decimal"
                      aria-label={`${names.get(id)}, ${title.toLowerCase()}`}
                      aria-invalid={readNumber(rows[row]?.[column] ?? '') === undefined || undefined}
                      placeholder={column === 0 && common ? write(common.value) : ''}
                      value={rows[row]?.[column] ?? ''}
                      onChange={({ target }) => put([{ row, column, typed: target.value }])}
                      onPaste={(event) => paste(event, row, column)}
                      onKeyDown={(event) => move(event, table.current, row, column)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {wrong > 0 && (
        <p className="form-error" role="alert">
          {sayNumber(wrong)} ô chưa phải là số; hãy sửa trước khi lưu.
        </p>
      )}
      <Refusal error={save.error} />
      <div className="row sheet-foot">
        <Button className="btn primary" isDisabled={wrong > 0 || save.isPending} onPress={() => save.mutate()}>
          {save.isPending ? 'Đang lưu…' : 'Lưu mục tiêu'}
        </Button>
        <Button className="btn" onPress={onClose}>
          Đóng, không lưu
        </Button>
      </div>
    </Sheet>
  );
}

function typedOf({ targets, baselines }: Definition, id: string, year: number): Typed {
  const target = targets.find((one) => one.agencyId === id && one.year === year);
  const base = baselines.find(({ agencyId }) => agencyId === id);
  return [write(target?.value), write(base?.value)];
}

/** A block whose first column names units goes to their rows, in whatever order it stands. */
function byName(block: readonly (readonly string[])[], names: readonly string[]) {
  if (!block.some(([first = '']) => /\p{L}/u.test(first))) return undefined;
  const bare = (name: string) =>
    fold(squish(name)).replace(/^(?:\d+[.)]? *)?(?:ubnd )?(?:xa|phuong|dac khu|thi tran)? ?/, '');
  const rowOf = new Map(names.map((name, row) => [bare(name), row]));
  const cells = block.flatMap(([name = '', ...values]) =>
    values.slice(0, 2).map((typed, column) => ({ row: rowOf.get(bare(name)), column, typed })),
  );
  const placed = cells.flatMap(({ row, ...one }) => (row === undefined ? [] : [{ ...one, row }]));
  return { placed, beyond: cells.length - placed.length };
}

/** The targets and baselines as they are after this; those of other years and of units not shown stay. */
function taken(
  { targets, baselines, better }: Definition,
  units: readonly string[],
  rows: readonly Typed[],
  year: number,
): Pick<Definition, 'targets' | 'baselines'> {
  const common = targets.find((one) => one.agencyId === null && one.year <= year);
  const here = new Set<string | null>(units);
  const own = units.flatMap((agencyId, row) => {
    const value = readNumber(rows[row]?.[0] ?? '');
    const op = targets.find((one) => one.agencyId === agencyId && one.year === year)?.op ?? common?.op;
    return typeof value === 'number'
      ? [{ year, agencyId, op: op ?? (better === 'up' ? '>=' : '<='), value } as const]
      : [];
  });
  const base = baselines.find(({ agencyId }) => agencyId === null);
  const bases = units.flatMap((agencyId, row) => {
    const value = readNumber(rows[row]?.[1] ?? '');
    const before = baselines.find((one) => one.agencyId === agencyId) ?? base;
    const known = { year: before?.year ?? String(year - 1), source: before?.source ?? null };
    return typeof value === 'number' ? [{ agencyId, ...known, value }] : [];
  });
  return {
    targets: [...targets.filter((one) => !here.has(one.agencyId) || one.year !== year), ...own],
    baselines: [...baselines.filter(({ agencyId }) => !here.has(agencyId)), ...bases],
  };
}
