import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ClipboardEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import { noFigure } from '../../../src/report/content/model.ts';
import { hasBegun, periodsWithin, sayPeriod } from '../../../src/report/indicator/period.ts';
import { rollUp } from '../../../src/report/indicator/roll-up.ts';
import { sayFigure, sayParts, sayValue, standingWords } from '../../../src/report/indicator/say.ts';
import { summarize } from '../../../src/report/indicator/summarize.ts';
import type { IndicatorDetailView } from '../../../src/report/indicator/views.ts';
import { TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { today } from '../follow/useFollow.ts';
import { everyIndicator, indicatorApi } from './api.ts';
import { CellStory } from './CellStory.tsx';
import { blockOf, figureOf, placeBlock, typedOf } from './grid.ts';
import { move, SheetCell } from './SheetCell.tsx';
import { givenOf, periodOf } from './series.ts';

type Props = { detail: IndicatorDetailView; names: ReadonlyMap<string, string> };
type Place = { agencyId: string; period: string };
const keyOf = ({ agencyId, period }: Place): string => `${agencyId} ${period}`;

/** Units × periods, typed like a sheet: arrows and Enter move, a block copied from Excel is pasted, nothing goes out before it is saved. */
export function Matrix({ detail, names }: Props) {
  const { indicator, units, cells, year, enters } = detail;
  const { definition } = indicator;
  const periods = periodsWithin(String(year), definition.every);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [reason, setReason] = useState('');
  const [story, setStory] = useState<Place | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const there = new Map(cells.map((cell) => [keyOf(cell), cell]));
  const given = givenOf(cells);
  // No figure is cut: all columns are as wide as the longest.
  const wide = Math.max(
    7,
    ...[...cells.map(({ figure }) => typedOf(figure)), ...typed.values()].map((text) => text.length),
  );
  const client = useQueryClient();
  const changed = [...typed].filter(([key, text]) => text.trim() !== typedOf(there.get(key)?.figure ?? noFigure));
  const wrong = changed.filter(([, text]) => figureOf(text) === undefined);
  const corrects = changed.some(
    ([key]) => (there.get(key)?.rev ?? 0) > 0 && typedOf(there.get(key)?.figure ?? noFigure) !== '',
  );
  const save = useMutation({
    mutationFn: () =>
      indicatorApi.state({
        cells: changed.map(([key, text]) => {
          const [agencyId = '', period = ''] = key.split(' ');
          return {
            indicatorId: indicator.id,
            agencyId,
            period,
            base: there.get(key)?.rev ?? 0,
            figure: figureOf(text) ?? noFigure,
          };
        }),
        reason: reason.trim() || null,
      }),
    onSuccess: async ({ saved, kept }) => {
      setReason('');
      await client.invalidateQueries(everyIndicator);
      setTyped(new Map());
      say(
        kept.length > 0
          ? `Đã lưu ${sayNumber(saved)} ô; ${sayNumber(kept.length)} ô người khác vừa nhập số khác nên được giữ, hãy xem lại.`
          : `Đã lưu ${sayNumber(saved)} ô.`,
        kept.length > 0 ? { tone: 'late' } : {},
      );
    },
  });
  const write = (entries: readonly (readonly [string, string])[]) => setTyped((now) => new Map([...now, ...entries]));
  const mayType = (agencyId: string, period: string) =>
    enters.includes(agencyId) && hasBegun(period, today() as PlainDate);

  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const block = blockOf(event.clipboardData.getData('text/plain'));
    if (block.length === 1 && block[0]?.length === 1) return;
    event.preventDefault();
    const { placed, beyond } = placeBlock(block, { row, column }, { rows: units.length, columns: periods.length });
    const fits = placed.flatMap((one) => {
      const place = { agencyId: units[one.row] ?? '', period: periods[one.column] ?? '' };
      return mayType(place.agencyId, place.period) ? [[keyOf(place), one.typed] as const] : [];
    });
    write(fits);
    const left = beyond + placed.length - fits.length;
    say(
      `Đã dán ${sayNumber(fits.length)} ô, chưa lưu.${left > 0 ? ` ${sayNumber(left)} ô nằm ngoài bảng hoặc không nhập được nên bỏ qua.` : ''}`,
    );
  };

  if (units.length === 0) return null;
  return (
    <section className="card indicator-matrix" aria-label="Số liệu từng đơn vị">
      <header className="row">
        <h2>Số liệu từng đơn vị</h2>
        <p className="muted no-print">
          {enters.length > 0
            ? definition.kind === 'share' || definition.kind === 'change'
              ? 'Gõ “46/50” hoặc “92,3”; mũi tên và Enter để chuyển ô; dán được cả khối từ Excel. Ô trống là chưa có số liệu.'
              : 'Gõ số; mũi tên và Enter để chuyển ô; dán được cả khối từ Excel. Ô trống là chưa có số liệu.'
            : 'Ô trống là chưa có số liệu.'}
        </p>
      </header>
      <div className="matrix-scroll">
        <table ref={table} className="sheet-table">
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              {periods.map((period) => (
                <th key={period} scope="col">
                  {sayPeriod(period).replace(`/${year}`, '')}
                </th>
              ))}
              <th scope="col">Cả năm</th>
            </tr>
          </thead>
          <tbody>
            {units.map((agencyId, row) => {
              const own = cells.filter((cell) => cell.agencyId === agencyId);
              const whole = rollUp(definition, own, String(year));
              return (
                <tr key={agencyId}>
                  <th scope="row">{names.get(agencyId)}</th>
                  {periods.map((period, column) => {
                    const place = { agencyId, period };
                    const key = keyOf(place);
                    const cell = there.get(key);
                    const longer =
                      cell === undefined
                        ? own.find(
                            (one) =>
                              one.period !== period &&
                              one.rev > 0 &&
                              periodsWithin(one.period, definition.every).includes(period),
                          )
                        : undefined;
                    return (
                      <td key={period} className={changed.some(([one]) => one === key) ? 'changed' : undefined}>
                        <SheetCell
                          label={`${names.get(agencyId) ?? ''}, ${sayPeriod(period)}`}
                          cell={cell}
                          said={longer && `${sayPeriod(longer.period)}: ${sayFigure(definition, longer.figure)}`}
                          typed={typed.get(key)}
                          wide={wide}
                          readOnly={!mayType(agencyId, period) || longer !== undefined}
                          wrong={wrong.some(([one]) => one === key)}
                          onType={(text) => write([[key, text]])}
                          onPaste={(event) => paste(event, row, column)}
                          onMove={(event) => move(event, table.current, row, column)}
                          onStory={() => setStory(place)}
                        />
                      </td>
                    );
                  })}
                  <td className="whole">
                    {whole ? (
                      <span title={sayParts(definition, whole)}>{sayFigure(definition, whole.figure)}</span>
                    ) : (
                      ''
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{definition.kind === 'sum' ? 'Cộng' : 'Toàn bộ'}</th>
              {[...periods, String(year)].map((period) => {
                const { measure, missing } = summarize(definition, units, given, period);
                return (
                  <td key={period}>
                    {measure.of > 0 && (
                      <>
                        <b>{measure.value === null ? '—' : sayValue(definition, measure.value)}</b>
                        <small>
                          {sayNumber(units.length - missing.length)}/{sayNumber(units.length)} đơn vị
                        </small>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          </tfoot>
        </table>
      </div>
      {changed.length > 0 && (
        <section className="matrix-save no-print" aria-label="Lưu số liệu">
          <p>
            {sayNumber(changed.length)} ô chưa lưu.
            {wrong.length > 0 && ` ${sayNumber(wrong.length)} ô chưa phải là số; hãy sửa trước khi lưu.`}
          </p>
          {corrects && <TextField label="Lý do sửa số đã có" value={reason} onChange={setReason} />}
          <div className="row">
            <Button
              className="btn primary"
              isDisabled={wrong.length > 0 || save.isPending || (corrects && reason.trim() === '')}
              onPress={() => save.mutate()}
            >
              {save.isPending ? 'Đang lưu…' : 'Lưu số liệu'}
            </Button>
            <Button className="btn" onPress={() => setTyped(new Map())}>
              Bỏ những ô chưa lưu
            </Button>
          </div>
          <Refusal error={save.error} />
        </section>
      )}
      <Judged detail={detail} names={names} />
      {story && (
        <CellStory
          id={indicator.id}
          place={story}
          name={names.get(story.agencyId) ?? ''}
          definition={definition}
          onClose={() => setStory(null)}
        />
      )}
    </section>
  );
}

/** Who has not met the target or given nothing, in words, for who reads the page aloud or on paper. */
function Judged({ detail, names }: Props) {
  const { indicator, units, cells } = detail;
  const period = periodOf(detail);
  const { units: results } = summarize(indicator.definition, units, givenOf(cells), period);
  const groups = (['not-met', 'none'] as const).map((state) => ({
    state,
    list: results.filter(({ standing }) => standing === state).map(({ agencyId }) => names.get(agencyId) ?? ''),
  }));
  return (
    <div className="indicator-judged">
      {groups.map(({ state, list }) =>
        list.length === 0 ? null : (
          <p key={state}>
            <b>
              {sayPeriod(period)}, {standingWords[state].toLowerCase()} ({sayNumber(list.length)}):
            </b>{' '}
            {list.join(', ')}
          </p>
        ),
      )}
    </div>
  );
}
