import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayPeriod } from '../../../src/report/indicator/period.ts';
import { sayFigure } from '../../../src/report/indicator/say.ts';
import type { SheetMapping } from '../../../src/report/indicator/sheet/model.ts';
import type { ImportPreviewView, IndicatorView } from '../../../src/report/indicator/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Refusal, Skeleton } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { say } from '../../state/toasts.ts';
import { nameAgencies } from '../../words/work.ts';
import { everyIndicator, indicatorApi, indicatorList } from './api.ts';
import { ColumnUses, HeaderRow } from './ColumnUses.tsx';
import { LeftOut } from './LeftOut.tsx';
import { monthsToChoose } from './months.ts';

type Props = { file: File; indicatorId: string | null; month: string; onClose: () => void };

/** What a file says before it is taken over: what each column is, the figures, and what is left out and why. */
export function ImportSheet({ file, indicatorId, month, onClose }: Props) {
  const client = useQueryClient();
  const [period, setPeriod] = useState(month);
  const [id] = useState(() => newId());
  const list = useQuery(indicatorList({}));
  const read = useMutation({
    mutationFn: ({ mapping, at }: { mapping: SheetMapping | null; at: string }) =>
      indicatorApi.read(file, { id, period: at, mapping, indicatorId }, false),
  });
  const take = useMutation({
    mutationFn: (mapping: SheetMapping) => indicatorApi.read(file, { id, period, mapping, indicatorId }, true),
    onSuccess: ({ fresh, changed, same }) => {
      say(`Đã nhập ${sayNumber(fresh)} số mới, sửa ${sayNumber(changed)}, giữ nguyên ${sayNumber(same)}.`);
      onClose();
    },
    onSettled: () => client.invalidateQueries(everyIndicator),
  });
  const { mutate } = read;
  useEffect(() => mutate({ mapping: null, at: month }), [mutate, month]);
  const again = (mapping: SheetMapping, at = period) => mutate({ mapping, at });
  const found = read.data;
  return (
    <Sheet title={`Nhập số liệu từ “${file.name}”`} isOpen onClose={onClose} kind="large">
      <Refusal error={read.error ?? take.error} />
      {!found && read.isPending && <Skeleton lines={5} label="Đang đọc tệp" />}
      {found && (
        <Loaded query={list} label="Đang tải chỉ tiêu">
          {({ indicators }) => (
            <div className="import-sheet" aria-busy={read.isPending}>
              <p>
                {found.remembered && 'Tệp giống lần trước nên đọc theo cách đã nhớ. '}
                {sayNumber(found.fresh)} số mới, {sayNumber(found.changed)} số khác số đã có, {sayNumber(found.same)} số
                đã có và giống; {sayNumber(found.left.length)} dòng, ô không nhập. Chưa có gì được ghi.
              </p>
              <div className="row">
                <Button
                  className="btn primary"
                  isDisabled={found.fresh + found.changed === 0 || take.isPending || read.isPending}
                  onPress={() => take.mutate(found.mapping)}
                >
                  {take.isPending ? 'Đang nhập…' : `Nhập ${sayNumber(found.fresh + found.changed)} số`}
                </Button>
                <Button className="btn" onPress={onClose}>
                  Đóng, không nhập
                </Button>
              </div>
              <div className="form-pair">
                <ChoiceField
                  label="Số liệu của tháng"
                  hint="cho những cột và dòng không tự ghi tháng"
                  value={period}
                  choices={[...new Set([period, ...monthsToChoose()])].map((value) => ({
                    value,
                    label: sayPeriod(value),
                  }))}
                  onChange={(at) => {
                    setPeriod(at);
                    again(found.mapping, at);
                  }}
                />
                <HeaderRow found={found} onChange={again} />
              </div>
              <ColumnUses found={found} indicators={indicators.map(({ indicator }) => indicator)} onChange={again} />
              <Taken found={found} indicators={indicators.map(({ indicator }) => indicator)} />
              <LeftOut found={found} onChange={again} />
            </div>
          )}
        </Loaded>
      )}
    </Sheet>
  );
}

const shown = 200;

function Taken({ found, indicators }: { found: ImportPreviewView; indicators: readonly IndicatorView[] }) {
  const names = nameAgencies(found.agencies);
  const known = new Map(indicators.map((one) => [one.id, one.definition]));
  if (found.taken.length === 0)
    return <p className="notice">Chưa có số nào nhập được. Hãy chọn cột nào là đơn vị, cột nào là chỉ tiêu nào.</p>;
  return (
    <details open={found.taken.length <= 40}>
      <summary>Số liệu nhập được ({sayNumber(found.taken.length)})</summary>
      <div className="matrix-scroll">
        <table className="workbook-rows">
          <thead>
            <tr>
              <th scope="col">Dòng</th>
              <th scope="col">Trong tệp</th>
              <th scope="col">Đơn vị</th>
              <th scope="col">Chỉ tiêu</th>
              <th scope="col">Kỳ</th>
              <th scope="col">Số liệu</th>
              <th scope="col">Đang có</th>
            </tr>
          </thead>
          <tbody>
            {found.taken.slice(0, shown).map(({ row, unit, agencyId, indicatorId, period, figure, now }) => {
              const definition = known.get(indicatorId);
              return (
                <tr key={`${agencyId} ${indicatorId} ${period}`}>
                  <td>{row}</td>
                  <td>{unit}</td>
                  <td>{names.get(agencyId)}</td>
                  <td>{definition?.name}</td>
                  <td>{sayPeriod(period)}</td>
                  <td>{definition && sayFigure(definition, figure)}</td>
                  <td>{definition && now && sayFigure(definition, now)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {found.taken.length > shown && (
        <p className="muted">Còn {sayNumber(found.taken.length - shown)} số khác không hiện ở đây.</p>
      )}
    </details>
  );
}
