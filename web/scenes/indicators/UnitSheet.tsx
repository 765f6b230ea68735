import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { type Figure, noFigure, statedValue } from '../../../src/report/content/model.ts';
import { sayPeriod } from '../../../src/report/indicator/period.ts';
import { sayFigure, sayTarget, sayValue } from '../../../src/report/indicator/say.ts';
import { findTarget } from '../../../src/report/indicator/summarize.ts';
import type { IndicatorsView, UnitSheetView } from '../../../src/report/indicator/views.ts';
import { figureValue } from '../../../src/report/measure/measure.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { TextField } from '../../components/Field.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState, Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { nameAgencies } from '../../words/work.ts';
import { NumberBox } from '../reports/NumberBox.tsx';
import { everyIndicator, indicatorApi, unitSheet } from './api.ts';

type Props = { all: IndicatorsView; month: string; chosen: string | undefined; onChoose: (agencyId: string) => void };

/** What my unit gives in a month, one card for each indicator: made for a phone, and for those who give few. */
export function UnitSheet({ all, month, chosen, onChoose }: Props) {
  const mine = [...new Set(all.indicators.flatMap((line) => line.mine))];
  const agencyId = chosen ?? mine[0];
  if (agencyId === undefined)
    return (
      <div className="card">
        <EmptyState
          title="Đơn vị không phải nhập chỉ tiêu nào"
          text="Số liệu của các đơn vị khác được nhập ngay trong bảng của từng chỉ tiêu, hoặc từ tệp Excel ở “Tệp đã nhập”."
        />
      </div>
    );
  return (
    <>
      {mine.length > 1 && (
        <ChoiceField
          label="Đơn vị"
          value={agencyId}
          choices={mine.map((id) => ({ value: id, label: nameAgencies(all.agencies).get(id) ?? '' }))}
          onChange={onChoose}
        />
      )}
      <Sheet key={`${agencyId} ${month}`} agencyId={agencyId} month={month} />
    </>
  );
}

function Sheet({ agencyId, month }: { agencyId: string; month: string }) {
  const query = useQuery(unitSheet(agencyId, month));
  return (
    <Loaded query={query} label="Đang tải phiếu số liệu">
      {(sheet) => <Cards sheet={sheet} />}
    </Loaded>
  );
}

type Line = UnitSheetView['lines'][number];

function Cards({ sheet }: { sheet: UnitSheetView }) {
  const { lines, enters, month, agencies, agencyId } = sheet;
  const given = lines.filter(({ cell }) => cell && statedValue(cell.figure) !== null).length;
  const unit = agencies.find(({ id }) => id === agencyId)?.name;
  return (
    <section className="indicator-cards" aria-label={`Số liệu ${sayPeriod(month)}`}>
      <p>
        {unit}, {sayPeriod(month)}: đã nhập {sayNumber(given)}/{sayNumber(lines.length)} chỉ tiêu. Ô để trống là chưa có
        số liệu, không phải là 0.
      </p>
      {lines.map((line) => (
        <Card key={`${line.indicator.id} ${line.period}`} line={line} agencyId={agencyId} enters={enters} />
      ))}
    </section>
  );
}

/** One indicator: saved when the box is left; what stood there from another day asks why it is changed. */
function Card({ line, agencyId, enters }: { line: Line; agencyId: string; enters: boolean }) {
  const { indicator, period, cell, before } = line;
  const { definition } = indicator;
  const client = useQueryClient();
  const [figure, setFigure] = useState<Figure>(cell?.figure ?? noFigure);
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: (next: Figure) =>
      indicatorApi.state({
        cells: [{ indicatorId: indicator.id, agencyId, period, base: cell?.rev ?? 0, figure: next }],
        reason: reason.trim() || null,
      }),
    onSuccess: ({ saved, kept }) => {
      if (kept.length > 0)
        say('Người khác vừa nhập số khác ở ô này; số ấy được giữ. Hãy xem lại rồi sửa nếu cần.', { tone: 'late' });
      else if (saved > 0) say(`Đã lưu “${definition.name}”.`);
      setReason('');
    },
    onSettled: () => client.invalidateQueries(everyIndicator),
  });
  const put = (next: Figure) => {
    setFigure(next);
    const empty = next.value === null && next.part === null && next.whole === null;
    if (statedValue(next) !== null || empty) save.mutate(next);
  };
  const target = findTarget(definition, period, agencyId);
  const asks = save.error !== null && /lý do/.test(save.error.message);
  return (
    <article className="card indicator-card">
      <h3>
        <Link to="/chi-tieu/$id" params={{ id: indicator.id }}>
          {definition.name}
        </Link>
      </h3>
      <p className="muted">
        {sayPeriod(period)}
        {target && `; mục tiêu ${sayTarget(definition, target)}`}
        {before &&
          statedValue(before.figure) !== null &&
          `; ${sayPeriod(before.period)}: ${sayFigure(definition, before.figure)}`}
      </p>
      <Boxes
        name={definition.name}
        kind={definition.kind}
        unit={definition.unit}
        figure={figure}
        readOnly={!enters}
        onPut={put}
      />
      <p className="muted" role="status">
        {save.isPending ? 'Đang lưu…' : cell && statedValue(cell.figure) !== null ? cell.said : 'Chưa có số liệu'}
      </p>
      <Refusal error={save.error} />
      {asks && (
        <>
          <TextField label="Lý do sửa" value={reason} onChange={setReason} />
          <Button className="btn" isDisabled={reason.trim() === ''} onPress={() => save.mutate(figure)}>
            Lưu với lý do này
          </Button>
        </>
      )}
    </article>
  );
}

type BoxesProps = {
  name: string;
  kind: 'share' | 'sum' | 'mean' | 'change';
  unit: string;
  figure: Figure;
  readOnly: boolean;
  onPut: (figure: Figure) => void;
};

/** A share as how many of how many, a change as now and then; else a number. */
function Boxes({ name, kind, unit, figure, readOnly, onPut }: BoxesProps) {
  const ratio = kind === 'share' || kind === 'change';
  const bare = ratio && figure.value !== null && figure.part === null && figure.whole === null;
  if (!ratio || bare)
    return (
      <span className="figure-boxes">
        <NumberBox
          label={`${name}: số đạt được`}
          value={figure.value}
          readOnly={readOnly}
          onChange={(value) => onPut({ ...noFigure, value })}
        />
        <span className="muted">{ratio ? '%' : unit}</span>
      </span>
    );
  const [now, of] = kind === 'share' ? ['đạt được', 'trên tổng số'] : ['kỳ này', 'so với kỳ gốc'];
  const value = figureValue(kind, figure);
  return (
    <span className="figure-boxes">
      <NumberBox
        label={`${name}: ${now}`}
        value={figure.part}
        readOnly={readOnly}
        onChange={(part) => onPut({ ...figure, value: null, part })}
      />
      <span className="muted">{of}</span>
      <NumberBox
        label={`${name}: ${of}`}
        value={figure.whole}
        readOnly={readOnly}
        onChange={(whole) => onPut({ ...figure, value: null, whole })}
      />
      <output className="figure-value">{value === null ? '' : sayValue({ kind, unit }, value)}</output>
    </span>
  );
}
