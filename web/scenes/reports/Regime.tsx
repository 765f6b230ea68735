import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { RegimeChoice, RegimeGroup } from '../../../src/report/regime/model.ts';
import type { RegimeView } from '../../../src/report/regime/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';
import { say } from '../../state/toasts.ts';
import { everyReport, regimeOf, reportApi } from './api.ts';
import { NumberBox } from './NumberBox.tsx';
import { RegimePreview } from './RegimePreview.tsx';
import { UnitsField } from './UnitsField.tsx';

const groupNames: Record<RegimeGroup, string> = {
  departments: 'Các sở, ban, ngành cấp tỉnh',
  districts: 'UBND cấp huyện',
  communes: 'UBND các xã, phường, đặc khu',
};

/** Chế độ báo cáo: which periods all units report for in a year, by which day, and who; seen before it is switched on. */
export function Regime({ year }: { year: number }) {
  const query = useQuery(regimeOf(year));
  return (
    <Loaded query={query} label="Đang tải chế độ báo cáo">
      {(view) => <Form key={`${year} ${JSON.stringify(view.choice)}`} view={view} />}
    </Loaded>
  );
}

function Form({ view }: { view: RegimeView }) {
  const { year, law, choice: held, usual, groups, focal, cutDay } = view;
  const [choice, setChoice] = useState<RegimeChoice>(held ?? usual);
  const set = (change: Partial<RegimeChoice>) => setChoice((now) => ({ ...now, ...change }));
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: () => reportApi.regime(year, choice),
    onSuccess: (saved) => {
      client.setQueryData(regimeOf(year).queryKey, saved);
      void client.invalidateQueries(everyReport);
      say(`Đã đặt chế độ báo cáo năm ${year}.`);
    },
  });
  const units = choice.groups.length + choice.agencyIds.length;
  const isSame = held !== null && JSON.stringify(held) === JSON.stringify(choice);
  return (
    <div className="card regime">
      <p className="prose">
        {held === null
          ? `Năm ${year} chưa đặt chế độ báo cáo chung; đơn vị chỉ báo cáo theo từng kế hoạch.`
          : `Năm ${year} đang áp dụng chế độ báo cáo chung: mỗi kỳ một báo cáo về mọi nhiệm vụ được giao trong năm.`}
      </p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <fieldset className="regime-part">
          <legend>Kỳ báo cáo</legend>
          {law.periods.map(({ kind, name, window, clause, verified }) => (
            <Check
              key={kind}
              checked={choice.periods.includes(kind)}
              onChange={(on) =>
                set({
                  periods: law.periods
                    .map((one) => one.kind)
                    .filter((one) => (one === kind ? on : choice.periods.includes(one))),
                })
              }
            >
              {name}: số liệu {window} <Source clause={clause} verified={verified} />
            </Check>
          ))}
          <p className="muted">
            Các kỳ kết thúc cùng ngày gộp thành một báo cáo. Ngày chốt số liệu của đơn vị đang đặt: ngày {cutDay} (đổi ở
            màn hình Lịch làm việc).
          </p>
        </fieldset>
        <fieldset className="regime-part">
          <legend>Đơn vị phải báo cáo</legend>
          {groups.map(({ group, units: count }) => (
            <Check
              key={group}
              checked={choice.groups.includes(group)}
              onChange={(on) =>
                set({ groups: on ? [...choice.groups, group] : choice.groups.filter((one) => one !== group) })
              }
            >
              {groupNames[group]} ({sayNumber(count)})
            </Check>
          ))}
          <UnitsField
            label="Thêm từng đơn vị ngoài các nhóm trên"
            value={choice.agencyIds}
            onChange={(agencyIds) => set({ agencyIds: [...agencyIds] })}
          />
        </fieldset>
        <fieldset className="regime-part">
          <legend>Ngày gửi</legend>
          <p className="row">
            Đơn vị gửi chậm nhất ngày
            <Day label="Đơn vị gửi chậm nhất ngày" value={choice.day} onChange={(day) => set({ day })} />
            tháng cuối kỳ <Source {...law.sending.unitDay} />
          </p>
          {focal && (
            <>
              <Check
                checked={choice.focalDay !== null}
                onChange={(on) => set({ focalDay: on ? (usual.focalDay ?? choice.day) : null })}
              >
                {focal.name} tổng hợp, gửi báo cáo của cả tỉnh
              </Check>
              {choice.focalDay !== null && (
                <p className="row">
                  Gửi chậm nhất ngày
                  <Day
                    label="Cơ quan thường trực gửi chậm nhất ngày"
                    value={choice.focalDay}
                    onChange={(focalDay) => set({ focalDay })}
                  />
                  tháng cuối kỳ <Source {...law.sending.focalDay} />
                </p>
              )}
            </>
          )}
          <p className="muted">
            Báo cáo định kỳ gửi Chính phủ chậm nhất ngày {law.sending.toGovernment.day} tháng cuối kỳ (
            {law.sending.toGovernment.clause}).
          </p>
        </fieldset>
        {choice.periods.length > 0 && units > 0 ? (
          <RegimePreview year={year} choice={choice} isSame={isSame} />
        ) : (
          <p className="notice due">Hãy chọn ít nhất một kỳ báo cáo và một nhóm đơn vị.</p>
        )}
        <Refusal error={saving.error} />
        <div className="row">
          <Button
            className="btn primary"
            type="submit"
            isDisabled={isSame || choice.periods.length === 0 || units === 0 || saving.isPending}
          >
            {held === null ? `Áp dụng cho năm ${year}` : 'Lưu thay đổi'}
          </Button>
        </div>
      </form>
      <details className="regime-law">
        <summary>Căn cứ</summary>
        <p className="prose">{law.decree}</p>
        <p className="prose muted">
          {law.source}. {law.note}
        </p>
      </details>
    </div>
  );
}

/** The clause a figure stands in; what is practice says so. */
const Source = ({ clause, verified }: { clause: string; verified: boolean }) =>
  verified ? (
    <span className="muted">({clause})</span>
  ) : (
    <Tag tone="due">{clause}, hãy đối chiếu quy định của tỉnh</Tag>
  );

type CheckProps = { checked: boolean; onChange: (on: boolean) => void; children: ReactNode };
const Check = ({ checked, onChange, children }: CheckProps) => (
  <label className="check">
    <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
    <span>{children}</span>
  </label>
);

/** A day of the month; what is none is not taken. */
const Day = ({ label, value, onChange }: { label: string; value: number; onChange: (day: number) => void }) => (
  <NumberBox
    label={label}
    value={value}
    readOnly={false}
    onChange={(day) => day !== null && Number.isInteger(day) && day >= 1 && day <= 31 && onChange(day)}
  />
);
