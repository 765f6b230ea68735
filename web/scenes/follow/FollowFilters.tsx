import { useQuery } from '@tanstack/react-query';
import { Button, ToggleButton } from 'react-aria-components';
import type { Session } from '../../../src/people/views.ts';
import type { HeatMap } from '../../api-follow.ts';
import { SearchBox } from '../../components/SearchBox.tsx';
import { currentSession, onePlan, planList } from '../../queries.ts';
import { sayPlanNumber } from '../../words/plan.ts';
import { sayComponent } from '../../words/work.ts';
import { treeOf } from '../agencies/api.ts';
import { type Choice, FilterChip } from '../matrix/FilterChip.tsx';
import { countValues } from '../matrix/matrix.ts';
import { SavedViews } from '../saved-views/SavedViews.tsx';
import { groupOf, unitGroupWords } from './grid.ts';
import { type Period, periodsOf } from './period.ts';
import { type ChangeFollow, type DeskName, type FollowSearch, unitGroups } from './search.ts';
import { today } from './useFollow.ts';

type Props = { map: HeatMap | undefined; period: Period; search: FollowSearch; change: ChangeFollow };

/** Whose view, which plan, when, which part; all of it in the address. */
export function FollowFilters({ map, period, search, change }: Props) {
  const { data: session } = useQuery(currentSession());
  const { data: plans } = useQuery(planList({}));
  const own = useOwnPlan(plans, search['ke-hoach']);
  const chip = (key: keyof FollowSearch, label: string, choices: readonly Choice[]) =>
    (choices.length > 1 || search[key]) && (
      <FilterChip label={label} value={search[key]} choices={choices} onChange={(value) => change({ [key]: value })} />
    );
  const narrowed = Object.keys(search).some((key) => !['ban', 'cot', 'xep', 'o', 'ky'].includes(key));
  return (
    <search className="filters follow-filters" aria-label="Lọc tiến độ">
      <SavedViews screen="follow" search={search} change={change} />
      <FilterChip
        label={search.ky ? 'Thời gian' : `Thời gian: ${period.label}`}
        value={search.ky}
        choices={periodChoices(period)}
        onChange={(ky) => change({ ky })}
      />
      {chip('ban', 'Vai trò', desksOf(session))}
      {isDesk(search.ban) && <WhoseDesk session={session} search={search} change={change} />}
      {search.ban !== 'thu-truong' && chip('ke-hoach', 'Kế hoạch', [...plansOf(plans ?? []), ...own])}
      {search.ban !== 'thu-truong' && map && (
        <>
          {chip('chi-so', 'Chỉ số', counted(map.items.flatMap(({ index }) => index ?? [])))}
          {chip('noi-dung', 'Nội dung', counted(map.items.map(sayComponent)))}
          {chip('loai', 'Loại đơn vị', groupsOf(map))}
          <Toggles search={search} change={change} />
          <SearchBox
            label="Tìm đơn vị"
            placeholder="Tìm đơn vị (không cần dấu)"
            value={search.tim ?? ''}
            onChange={(tim) => change({ tim: tim || undefined })}
          />
        </>
      )}
      {narrowed && (
        <Button className="link" onPress={() => change(nothing)}>
          Bỏ mọi lọc
        </Button>
      )}
    </search>
  );
}

const nothing = {
  ...{ 'ke-hoach': undefined, 'chi-so': undefined, 'noi-dung': undefined, loai: undefined },
  ...{ tre: undefined, tim: undefined, 'co-quan': undefined },
};

const isDesk = (desk: DeskName | undefined): boolean => desk === 'chu-tri' || desk === 'theo-doi';

/** Who may sit at any desk chooses whose: of all that are there, those above the communes. */
function WhoseDesk({ session, search, change }: Pick<Props, 'search' | 'change'> & { session: Session | undefined }) {
  const all = session?.roles.some(({ agencies }) => agencies === 'all') ?? false;
  const { data } = useQuery({ ...treeOf(undefined), enabled: all });
  if (!all || !data) return null;
  const choices = data.agencies
    .filter(({ level, kind }) => level !== 'commune' && level !== 'village' && kind !== 'division')
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterChip
      label={search.ban === 'chu-tri' ? 'Cơ quan chủ trì' : 'Cơ quan theo dõi'}
      value={search['co-quan']}
      choices={choices}
      onChange={(value) => change({ 'co-quan': value })}
    />
  );
}

function Toggles({ search, change }: Pick<Props, 'search' | 'change'>) {
  return (
    <>
      <ToggleButton
        className={search.tre ? 'chip on' : 'chip'}
        isSelected={search.tre === '1'}
        onChange={(on) => change({ tre: on ? '1' : undefined })}
      >
        ▲ Chỉ quá hạn
      </ToggleButton>
      <ToggleButton
        className={search.cot ? 'chip on hide-phone' : 'chip hide-phone'}
        isSelected={search.cot !== undefined}
        onChange={(on) => change({ cot: on ? 'nhiem-vu' : undefined })}
      >
        Từng nhiệm vụ
      </ToggleButton>
      <ToggleButton
        className={search.xep ? 'chip on' : 'chip'}
        isSelected={search.xep !== undefined}
        onChange={(on) => change({ xep: on ? 'danh-ba' : undefined })}
      >
        Xếp theo danh bạ
      </ToggleButton>
    </>
  );
}

const counted = (values: string[]): Choice[] =>
  countValues(values).map(([value, count]) => ({ value, label: value, count }));

/** This year's periods, those of the year asked about, and the years beside it. */
function periodChoices({ from }: Period): Choice[] {
  const now = today();
  const years = [Number(now.slice(0, 4)), Number(from.slice(0, 4))];
  const all = [...new Set([...years, (years[0] ?? 0) - 1])].sort((a, b) => b - a);
  return all.flatMap((year) => periodsOf(year, now)).map(({ key, label }) => ({ value: key, label }));
}

function groupsOf(map: HeatMap): Choice[] {
  const counts = new Map(countValues(map.agencies.map(groupOf)));
  return unitGroups.flatMap((group) => {
    const count = counts.get(group);
    return count ? [{ value: group, label: unitGroupWords[group], count }] : [];
  });
}

/** A unit's own plan is not among the plans; asked for by its address, it is called by its name. */
function useOwnPlan(plans: readonly { id: string }[] | undefined, id: string | undefined): Choice[] {
  const enabled = plans !== undefined && id !== undefined && !plans.some((plan) => plan.id === id);
  const { data } = useQuery({ ...onePlan(id ?? ''), enabled });
  return enabled && data ? [planChoice(data.plan)] : [];
}

const plansOf = (plans: readonly Parameters<typeof planChoice>[0][]): Choice[] =>
  plans.filter(({ status }) => status === 'confirmed').map(planChoice);

const planChoice = (
  plan: Parameters<typeof sayPlanNumber>[0] & { id: string; status: string; title: string | null },
) => ({
  value: plan.id,
  label: [sayPlanNumber(plan), plan.title].filter(Boolean).join(': '),
});

const deskWords: Record<DeskName, string> = {
  'chu-tri': 'Lĩnh vực tôi chủ trì',
  'theo-doi': 'Đơn vị tôi theo dõi',
  'thu-truong': 'Việc theo người (thủ trưởng)',
};

/** The desks somebody sits at by their roles; who sees all of the province may sit at any. */
function desksOf(session: Session | undefined): Choice[] {
  const held = session?.roles ?? [];
  const all = held.some(({ role, agencies }) => agencies === 'all' && ['focal', 'leader', 'auditor'].includes(role));
  const has = (role: string) => all || held.some((one) => one.role === role);
  const desks: DeskName[] = [
    ...(has('lead') ? (['chu-tri'] as const) : []),
    ...(has('monitor') ? (['theo-doi'] as const) : []),
    ...(has('head') || has('officer') ? (['thu-truong'] as const) : []),
  ];
  const choices = desks.map((value) => ({ value, label: deskWords[value] }));
  return choices.length > 0 ? [{ value: '', label: 'Toàn bộ phạm vi của tôi' }, ...choices] : [];
}
