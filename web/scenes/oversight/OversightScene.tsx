import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { awaitingAnswer } from '../../../src/assignment/oversight/model.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useMay } from '../../state/may.ts';
import { ExportButtons } from '../follow/ExportButtons.tsx';
import { type EntryList, entryList, maySentence } from './api.ts';
import { filterEntries } from './filter.ts';
import { OversightFilters } from './OversightFilters.tsx';
import { OversightSheet } from './OversightSheet.tsx';
import { OversightTable } from './OversightTable.tsx';
import { RecordForm } from './RecordForm.tsx';
import { toEntryRows } from './say.ts';
import type { ChangeOversight, OversightSearch } from './search.ts';

const route = getRouteApi('/giam-sat');

/** Giám sát: what the Front, councils, people's inspection boards and inspectors saw and recommended, and what came of it. */
export function OversightScene() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(entryList());
  const change: ChangeOversight = (next) =>
    void navigate({
      replace: 'tim' in next,
      resetScroll: false,
      search: (now) => ({ ...now, ...next }) as OversightSearch,
    });
  const may = useMay()(maySentence);
  const shown = list.data && { ...list.data, entries: filterEntries(list.data, search) };
  return (
    <Scene
      title="Giám sát"
      sub={list.data && sayCounts(list.data)}
      actions={
        <>
          {shown && shown.entries.length > 0 && (
            <ExportButtons table={() => toEntryRows(shown)} name="giam-sat" sheet="Giám sát" />
          )}
          {may && (
            <Button className="btn primary" onPress={() => change({ ghi: 'moi' })}>
              Ghi nhận giám sát
            </Button>
          )}
        </>
      }
    >
      <Loaded query={list} label="Đang tải sổ giám sát">
        {(all) => <Register all={all} shown={shown ?? all} search={search} change={change} may={may} />}
      </Loaded>
      <OversightSheet id={search.xem} onClose={() => change({ xem: undefined })} />
      <Sheet
        title="Ghi nhận giám sát"
        kind="large"
        isOpen={search.ghi === 'moi' && may}
        onClose={() => change({ ghi: undefined })}
      >
        <RecordForm onDone={() => change({ ghi: undefined })} />
      </Sheet>
    </Scene>
  );
}

function sayCounts({ entries }: EntryList): string {
  if (entries.length === 0) return 'Chưa có ghi nhận giám sát nào.';
  const waiting = entries.filter(({ status }) => awaitingAnswer.includes(status));
  const late = waiting.filter((one) => one.late).length;
  const answered = entries.filter(({ status }) => status === 'answered').length;
  const parts = [
    `${sayNumber(entries.length)} ghi nhận`,
    `${sayNumber(waiting.length)} kiến nghị chờ trả lời`,
    late > 0 && `${sayNumber(late)} quá ngày mong trả lời`,
    answered > 0 && `${sayNumber(answered)} trả lời chờ đánh giá`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

type RegisterProps = {
  all: EntryList;
  shown: EntryList;
  search: OversightSearch;
  change: ChangeOversight;
  may: boolean;
};

function Register({ all, shown, search, change, may }: RegisterProps) {
  if (all.entries.length === 0)
    return (
      <div className="card">
        <EmptyState
          title="Chưa có ghi nhận giám sát nào"
          text={
            may
              ? 'Bấm “Ghi nhận giám sát” để ghi ngày, hình thức, kết quả và kiến nghị. Đơn vị được giám sát thấy ngay và trả lời ở đây.'
              : 'Khi Mặt trận, Hội đồng nhân dân, Ban Thanh tra nhân dân hoặc cơ quan kiểm tra ghi nhận giám sát về đơn vị, ghi nhận hiện ở đây để tiếp thu, giải trình.'
          }
        />
      </div>
    );
  return (
    <>
      <OversightFilters list={all} search={search} change={change} />
      {shown.entries.length === 0 ? (
        <div className="card">
          <EmptyState title="Không có ghi nhận nào khớp" text="Hãy bỏ bớt một bộ lọc hoặc gõ ít chữ hơn." />
        </div>
      ) : (
        <OversightTable list={shown} onOpen={(id) => change({ xem: id })} />
      )}
    </>
  );
}
