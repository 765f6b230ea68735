import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { InspectionsView } from '../../../src/report/inspection/views.ts';
import { nameAgencies } from '../../words/work.ts';
import { FilterChip } from '../matrix/FilterChip.tsx';
import { FindingList, Names, Share } from './FigureParts.tsx';
import { useComponents } from './say.ts';
import { type PeriodName, periodNames, periods } from './search.ts';

type FiguresProps = {
  all: InspectionsView;
  period: PeriodName | undefined;
  onPeriod: (period: PeriodName | undefined) => void;
};

/** What the year, or a part of it, comes to: Σ over Σ, each number with the list behind it. */
export function Figures({ all, period, onPeriod }: FiguresProps) {
  const { units, findings, components } = all.figures;
  const names = nameAgencies(all.agencies);
  const nameOf = useComponents(Number(all.from.slice(0, 4)));
  const missing = units.due.filter((id) => !units.inspected.includes(id));
  const known = new Map(
    [...all.inspections.flatMap((one) => one.findings), ...all.cited].map((finding) => [finding.id, finding] as const),
  );
  const findingsOf = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? []);
  const nameUnits = (ids: readonly string[]) =>
    ids.map((id) => names.get(id) ?? '').sort((a, b) => a.localeCompare(b, 'vi'));
  return (
    <section className="card inspection-figures" aria-label="Số liệu kiểm tra">
      <h2>
        Số liệu {period && `${periods[period].label} `}năm {all.from.slice(0, 4)}, đến ngày {sayDay(all.today)}
      </h2>
      <search className="filters" aria-label="Kỳ của số liệu">
        <FilterChip
          label="Kỳ"
          value={period}
          choices={periodNames.map((value) => ({ value, label: periods[value].label }))}
          onChange={(value) => onPeriod(periodNames.find((name) => name === value))}
        />
      </search>
      <ul className="figure-list">
        <Share label="Đơn vị trong kế hoạch đã được kiểm tra" part={units.inspected.length} whole={units.due.length}>
          <Names title="Đã kiểm tra" names={nameUnits(units.inspected)} />
          <Names title="Chưa kiểm tra" names={nameUnits(missing)} />
          <Names title="Kiểm tra ngoài kế hoạch" names={nameUnits(units.beside)} />
        </Share>
        <Share
          label="Tồn tại đến hạn trong kỳ đã khắc phục"
          part={findings.remedied.length}
          whole={findings.due.length}
        >
          <FindingList title="Quá hạn" findings={findingsOf(findings.overdue)} all={all} />
          <FindingList title="Đã xử lý, chưa hoàn thành" findings={findingsOf(findings.underWay)} all={all} />
          <FindingList title="Đã khắc phục" findings={findingsOf(findings.remedied)} all={all} />
        </Share>
      </ul>
      {components.length > 0 && (
        <>
          <h3>Theo nội dung thành phần</h3>
          <ul className="figure-list">
            {components.map((one) => (
              <Share
                key={`${one.index} ${one.code}`}
                label={nameOf(one)}
                said={`${sayNumber(one.inspections.length)} cuộc, ${sayNumber(one.found.length)} tồn tại; đã khắc phục`}
                part={one.remedied.length}
                whole={one.due.length}
              >
                <FindingList title="Tồn tại phát hiện trong kỳ" findings={findingsOf(one.found)} all={all} />
              </Share>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
