import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { dayInVietnam, sayDay } from '../../../src/kernel/plain-date.ts';
import type { InspectionsView, InspectionView } from '../../../src/report/inspection/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useMay } from '../../state/may.ts';
import { findsWords } from '../../words/find.ts';
import { nameAgencies } from '../../words/work.ts';
import { ExportButtons } from '../follow/ExportButtons.tsx';
import { FilterChip } from '../matrix/FilterChip.tsx';
import { inspectionList, inspectSentence } from './api.ts';
import { Figures } from './Figures.tsx';
import { InspectionTable } from './InspectionTable.tsx';
import { ParIndex } from './ParIndex.tsx';
import { PlanForm } from './PlanForm.tsx';
import { sayKind, stateOf, stateWords } from './say.ts';
import { type ChangeInspections, type InspectionsSearch, periods, stateNames } from './search.ts';

const route = getRouteApi('/kiem-tra');

/** Kiểm tra: the inspections of a year, what is coming, what is overdue, and what the year comes to. */
export function InspectionsScene() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(inspectionList(search.nam ?? Number(dayInVietnam(new Date()).slice(0, 4)), search.ky));
  const may = useMay()(inspectSentence);
  const change: ChangeInspections = (next) =>
    void navigate({
      replace: 'tim' in next,
      resetScroll: false,
      search: (now) => ({ ...now, ...next }) as InspectionsSearch,
    });
  const shown = list.data && filterInspections(list.data, search);
  const earlier = list.data?.inspections.find(({ id }) => id === search.lap);
  return (
    <Scene
      title="Kiểm tra"
      sub={list.data && sayCounts(list.data, search)}
      actions={
        <>
          {list.data && shown && shown.length > 0 && (
            <ExportButtons table={() => toRows(list.data, shown)} name="kiem-tra" sheet="Kiểm tra" />
          )}
          {may && (
            <Button className="btn primary" onPress={() => change({ lap: 'moi' })}>
              Lập cuộc kiểm tra
            </Button>
          )}
        </>
      }
    >
      <Loaded query={list} label="Đang tải các cuộc kiểm tra">
        {(all) => (
          <div className="inspections">
            <Filters all={all} search={search} change={change} />
            {shown && shown.length > 0 ? (
              <InspectionTable all={all} shown={shown} />
            ) : (
              <div className="card">
                <Empty none={all.inspections.length === 0} may={may} />
              </div>
            )}
            <Figures all={all} period={search.ky} onPeriod={(ky) => change({ ky })} />
            <ParIndex all={all} />
          </div>
        )}
      </Loaded>
      <Sheet
        title={earlier ? 'Lập cuộc tái kiểm tra' : 'Lập cuộc kiểm tra'}
        kind="large"
        isOpen={may && search.lap !== undefined && (search.lap === 'moi' || earlier !== undefined)}
        onClose={() => change({ lap: undefined })}
      >
        <PlanForm {...(earlier && { earlier })} onDone={() => change({ lap: undefined })} />
      </Sheet>
    </Scene>
  );
}

function Empty({ none, may }: { none: boolean; may: boolean }) {
  if (!none)
    return <EmptyState title="Không có cuộc kiểm tra nào khớp" text="Hãy bỏ bớt một bộ lọc hoặc gõ ít chữ hơn." />;
  return (
    <EmptyState
      title="Chưa có cuộc kiểm tra nào trong năm"
      text={
        may
          ? 'Bấm “Lập cuộc kiểm tra” để chọn đơn vị, nội dung, đoàn và ngày. Khi đến nơi, mở cuộc kiểm tra trên điện thoại để ghi tồn tại và yêu cầu khắc phục.'
          : 'Khi đơn vị có cuộc kiểm tra, cuộc kiểm tra, tồn tại và hạn khắc phục hiện ở đây.'
      }
    />
  );
}

export function filterInspections({ inspections, agencies, today }: InspectionsView, search: InspectionsSearch) {
  const names = nameAgencies(agencies);
  const finds = findsWords(search.tim);
  return inspections.filter((one) => {
    if (search['trang-thai'] && stateOf(one, today) !== search['trang-thai']) return false;
    if (search['don-vi'] && one.agencyId !== search['don-vi'] && one.heldBy !== search['don-vi']) return false;
    return finds(one.subject, one.lead, names.get(one.agencyId), one.number, ...one.places);
  });
}

function sayCounts({ inspections, figures, today }: InspectionsView, search: InspectionsSearch): string {
  const count = (...of: string[]) => inspections.filter((one) => of.includes(stateOf(one, today))).length;
  const parts = [
    `${sayNumber(figures.units.inspected.length)}/${sayNumber(figures.units.due.length)} đơn vị trong kế hoạch đã được kiểm tra`,
    count('sap-toi') > 0 && `${sayNumber(count('sap-toi'))} cuộc sắp tới`,
    `${sayNumber(figures.findings.remedied.length)}/${sayNumber(figures.findings.due.length)} tồn tại đến hạn trong ${search.ky ? periods[search.ky].label : 'năm'} đã khắc phục`,
    figures.findings.overdue.length > 0 && `${sayNumber(figures.findings.overdue.length)} quá hạn`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

type FilterProps = { all: InspectionsView; search: InspectionsSearch; change: ChangeInspections };

function Filters({ all, search, change }: FilterProps) {
  const { inspections, agencies, today, years, from } = all;
  const held = new Set(inspections.map(({ heldBy }) => heldBy));
  const units = agencies.filter(({ id }) => held.has(id)).map(({ id, name }) => ({ value: id, label: name }));
  const states = stateNames.flatMap((value) => {
    const count = inspections.filter((one) => stateOf(one, today) === value).length;
    return count > 0 || search['trang-thai'] === value ? [{ value, label: stateWords[value].word, count }] : [];
  });
  const year = from.slice(0, 4);
  const offered = [...new Set([...years.map(String), today.slice(0, 4), year])].sort().reverse();
  return (
    <search className="filters" aria-label="Lọc các cuộc kiểm tra">
      <FilterChip
        label="Năm"
        value={year}
        choices={offered.map((value) => ({ value, label: value }))}
        onChange={(value) => change({ nam: value === undefined ? undefined : Number(value) })}
      />
      <SearchBox
        label="Tìm cuộc kiểm tra"
        placeholder="Tìm đơn vị, nội dung, trưởng đoàn (không cần dấu)"
        value={search.tim ?? ''}
        onChange={(tim) => change({ tim: tim || undefined })}
      />
      <FilterChip
        label="Trạng thái"
        value={search['trang-thai']}
        choices={states}
        onChange={(value) => change({ 'trang-thai': stateNames.find((name) => name === value) })}
      />
      {(units.length > 1 || search['don-vi']) && (
        <FilterChip
          label="Đơn vị"
          value={search['don-vi']}
          choices={units}
          onChange={(value) => change({ 'don-vi': value })}
        />
      )}
    </search>
  );
}

const headings = [
  ...['Ngày', 'Đơn vị', 'Hình thức', 'Nội dung', 'Trưởng đoàn', 'Kết hợp với', 'Thôn, tổ dân phố', 'Trạng thái'],
  ...['Số tồn tại', 'Đã khắc phục', 'Quá hạn', 'Số kết luận', 'Ngày kết luận'],
];

function toRows({ agencies, today }: InspectionsView, shown: readonly InspectionView[]): (string | number)[][] {
  const names = nameAgencies(agencies);
  return [
    headings,
    ...shown.map((one) => [
      ...[sayDay(one.openedOn ?? one.day), names.get(one.agencyId) ?? '', sayKind(one.kind), one.subject, one.lead],
      ...[one.joinedWith ?? '', one.places.join('; '), stateWords[stateOf(one, today)].word],
      ...[one.findings.length, one.findings.filter(({ status }) => status === 'closed').length],
      ...[one.findings.filter(({ late }) => late).length, one.number ?? '', one.date ? sayDay(one.date) : ''],
    ]),
  ];
}
