import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { sources } from '../../../src/report/recommendation/model.ts';
import type { RecommendationView, RegisterView } from '../../../src/report/recommendation/views.ts';
import { sourceWords } from '../../../src/report/recommendation/words.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useMay } from '../../state/may.ts';
import { findsWords } from '../../words/find.ts';
import { nameAgencies } from '../../words/work.ts';
import { ExportButtons } from '../follow/ExportButtons.tsx';
import { FilterChip } from '../matrix/FilterChip.tsx';
import { keepSentence, register } from './api.ts';
import { ImportRegister } from './ImportRegister.tsx';
import { RecommendationSheet } from './RecommendationSheet.tsx';
import { RecordForm } from './RecordForm.tsx';
import { sayPaper, sayPercent, stateWords, toRows } from './say.ts';
import { type ChangeRegister, type RecommendationsSearch, stateNames, stateOf } from './search.ts';

const route = getRouteApi('/kien-nghi');

/** Kiến nghị: what units have to carry out, from all sources in one register: by whom, by when, how old, how far. */
export function RecommendationsScene() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(register());
  const may = useMay()(keepSentence);
  const change: ChangeRegister = (next) =>
    void navigate({
      replace: 'tim' in next,
      resetScroll: false,
      search: (now) => ({ ...now, ...next }) as RecommendationsSearch,
    });
  const shown = list.data && filterLines(list.data, search);
  return (
    <Scene
      title="Kiến nghị"
      sub={list.data && sayCounts(list.data)}
      actions={
        <>
          {list.data && shown && shown.length > 0 && (
            <ExportButtons table={() => toRows(list.data, shown)} name="kien-nghi" sheet="Kiến nghị" />
          )}
          {may && (
            <Button className="btn" onPress={() => change({ ghi: 'tep' })}>
              Nhập từ Excel
            </Button>
          )}
          {may && (
            <Button className="btn primary" onPress={() => change({ ghi: 'moi' })}>
              Ghi kiến nghị
            </Button>
          )}
        </>
      }
    >
      <Loaded query={list} label="Đang tải sổ kiến nghị">
        {(all) =>
          all.lines.length === 0 ? (
            <div className="card">
              <EmptyState
                title="Chưa có kiến nghị nào phải thực hiện"
                text="Kiến nghị sau thanh tra, kiểm toán, kiểm tra, giám sát, đối thoại và chỉ đạo của Chủ tịch hiện ở đây với đơn vị thực hiện, thời hạn và mức độ hoàn thành."
              />
            </div>
          ) : (
            <>
              <Filters all={all} search={search} change={change} />
              {shown && shown.length > 0 ? (
                <Register all={all} lines={shown} onOpen={(id) => change({ xem: id })} />
              ) : (
                <div className="card">
                  <EmptyState title="Không có kiến nghị nào khớp" text="Hãy bỏ bớt một bộ lọc hoặc gõ ít chữ hơn." />
                </div>
              )}
            </>
          )
        }
      </Loaded>
      <RecommendationSheet id={search.xem} onClose={() => change({ xem: undefined })} />
      <Sheet
        title="Ghi kiến nghị"
        kind="large"
        isOpen={search.ghi === 'moi' && may}
        onClose={() => change({ ghi: undefined })}
      >
        <RecordForm onDone={() => change({ ghi: undefined })} />
      </Sheet>
      <Sheet
        title="Nhập sổ kiến nghị từ Excel"
        kind="large"
        isOpen={search.ghi === 'tep' && may}
        onClose={() => change({ ghi: undefined })}
      >
        <ImportRegister onDone={() => change({ ghi: undefined })} />
      </Sheet>
    </Scene>
  );
}

/** The lines of the register as they are filtered. */
function filterLines({ lines, agencies }: RegisterView, search: RecommendationsSearch): RecommendationView[] {
  const names = nameAgencies(agencies);
  const finds = findsWords(search.tim);
  return lines.filter((one) => {
    if (search.nguon && one.source !== search.nguon) return false;
    if (search['trang-thai'] && stateOf(one) !== search['trang-thai']) return false;
    if (search['don-vi'] && one.heldBy !== search['don-vi']) return false;
    if (search.cua === 'toi' && !one.owns && !(one.keeps && one.status === 'reported')) return false;
    return finds(one.text, one.paper.what, one.paper.number, one.paper.issuer, one.heldBy && names.get(one.heldBy));
  });
}

function sayCounts({ figures: { total, closed, late } }: RegisterView): string {
  if (total === 0) return 'Chưa có kiến nghị nào phải thực hiện.';
  const parts = [
    `${sayNumber(closed)}/${sayNumber(total)} kiến nghị đã hoàn thành`,
    late > 0 ? `${sayNumber(late)} quá hạn` : 'không có kiến nghị quá hạn',
  ];
  return `${parts.join(', ')}.`;
}

type FilterProps = { all: RegisterView; search: RecommendationsSearch; change: ChangeRegister };

function Filters({ all: { lines, agencies }, search, change }: FilterProps) {
  const count = (is: (one: RecommendationView) => boolean): number => lines.filter(is).length;
  const held = new Set(lines.map(({ heldBy }) => heldBy));
  const units = agencies.filter(({ id }) => held.has(id)).map(({ id, name }) => ({ value: id, label: name }));
  const bySource = sources.flatMap((value) => {
    const n = count(({ source }) => source === value);
    return n > 0 || search.nguon === value ? [{ value, label: sourceWords[value], count: n }] : [];
  });
  const byState = stateNames.flatMap((value) => {
    const n = count((one) => stateOf(one) === value);
    return n > 0 || search['trang-thai'] === value ? [{ value, label: stateWords[value].word, count: n }] : [];
  });
  return (
    <search className="filters" aria-label="Lọc sổ kiến nghị">
      <SearchBox
        label="Tìm kiến nghị"
        placeholder="Tìm nội dung, văn bản, đơn vị (không cần dấu)"
        value={search.tim ?? ''}
        onChange={(tim) => change({ tim: tim || undefined })}
      />
      <FilterChip label="Nguồn" value={search.nguon} choices={bySource} onChange={(nguon) => change({ nguon })} />
      <FilterChip
        label="Trạng thái"
        value={search['trang-thai']}
        choices={byState}
        onChange={(value) => change({ 'trang-thai': value })}
      />
      {(units.length > 1 || search['don-vi']) && (
        <FilterChip
          label="Đơn vị"
          value={search['don-vi']}
          choices={units}
          onChange={(value) => change({ 'don-vi': value })}
        />
      )}
      <FilterChip
        label="Phần của"
        value={search.cua}
        choices={[{ value: 'toi', label: 'chờ tôi xử lý' }]}
        onChange={(cua) => change({ cua })}
      />
    </search>
  );
}

type RegisterProps = { all: RegisterView; lines: readonly RecommendationView[]; onOpen: (id: string) => void };

/** On a phone the rows are cards. */
function Register({ all, lines, onOpen }: RegisterProps) {
  const names = nameAgencies(all.agencies);
  return (
    <div className="card">
      <table className="register recommendations">
        <thead>
          <tr>
            <th scope="col">Kiến nghị</th>
            <th scope="col">Nguồn, văn bản</th>
            <th scope="col">Đơn vị thực hiện</th>
            <th scope="col">Thời hạn, tuổi</th>
            <th scope="col">Mức độ, trạng thái</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((one) => {
            const { tone, word } = stateWords[stateOf(one)];
            return (
              <tr key={`${one.of} ${one.id}`}>
                <td>
                  <Text one={one} onOpen={onOpen} />
                </td>
                <td data-word="Nguồn:">
                  {sourceWords[one.source]}
                  <small>{sayPaper(one.paper)}</small>
                </td>
                <td data-word="Đơn vị:">
                  {one.heldBy && names.get(one.heldBy)}
                  {one.heldBy !== one.agencyId && one.agencyId && <small>nhận việc từ {names.get(one.agencyId)}</small>}
                </td>
                <td data-word="Hạn:">
                  {one.due ? sayDay(one.due) : 'không nêu hạn'}
                  <small>{one.closedOn ? `xong sau ${one.days} ngày` : `đã ${one.days} ngày`}</small>
                </td>
                <td>
                  <Tag tone={tone}>{word}</Tag>
                  <small>{sayPercent(one)}</small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A line opens where it is kept. */
function Text({ one, onOpen }: { one: RecommendationView; onOpen: (id: string) => void }) {
  if (one.of === 'finding' && one.within !== null)
    return (
      <Link to="/kiem-tra/$id" params={{ id: one.within }} className="name">
        {one.text}
      </Link>
    );
  if (one.of === 'oversight')
    return (
      <Link to="/giam-sat" search={{ xem: one.id }} className="name">
        {one.text}
      </Link>
    );
  return (
    <button type="button" className="name" onClick={() => onOpen(one.id)}>
      {one.text}
    </button>
  );
}
