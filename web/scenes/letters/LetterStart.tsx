import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { RoundsView } from '../../../src/report/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useMay } from '../../state/may.ts';
import { today } from '../follow/useFollow.ts';
import { allRounds } from '../reports/api.ts';
import { sayPlan } from '../reports/say.ts';
import { keep, Letter, write } from './LetterLinks.tsx';
import { spanLetter } from './spanLetter.ts';

/** Which papers are written here, and about what; and where the others are. */
export function LetterStart({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const may = useMay();
  return (
    <div className="letter">
      {may(keep) && <OfOffice year={year} onYear={onYear} />}
      {may(write) && (
        <Card title="Báo cáo giải trình" about="Việc chậm, chưa hoàn thành của đơn vị mình; nguyên nhân và biện pháp.">
          <p className="row">
            <Letter loai="explanation" label="Soạn báo cáo giải trình" />
          </p>
          <p className="muted">Giải trình riêng cho một báo cáo: mở báo cáo ấy, bấm “Giải trình việc chậm”.</p>
        </Card>
      )}
      <Elsewhere />
    </div>
  );
}

function Card({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className="card letter-start" aria-label={title}>
      <h2>{title}</h2>
      <p className="muted">{about}</p>
      {children}
    </section>
  );
}

/** Papers of the office that keeps the rounds. */
function OfOffice({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const query = useQuery(allRounds(year));
  const now = Number(today().slice(0, 4));
  return (
    <>
      <div className="letter-year">
        <ChoiceField
          label="Năm của kỳ báo cáo"
          value={String(year)}
          choices={[now, now - 1, now - 2].map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(one) => onYear(Number(one))}
        />
      </div>
      <Loaded query={query} label="Đang tải các kỳ báo cáo">
        {(view) => (
          <>
            <Urging view={view} />
            <Reviews key={year} view={view} />
          </>
        )}
      </Loaded>
    </>
  );
}

type About = { value: string; label: string; ke: string; ky: string };

/** What a paper can be about: a round or a stretch of a plan, each named with its plan. */
function aboutOf(
  { plans }: RoundsView,
  all: readonly { planId: string; round: { key: string; label: string } }[],
): About[] {
  const names = new Map(plans.map((plan) => [plan.id, sayPlan(plan)]));
  return all.map(({ planId, round }) => ({
    ...{ value: `${planId} ${round.key}`, ke: planId, ky: round.key },
    label: `${round.label} · ${names.get(planId) ?? 'kế hoạch không còn'}`,
  }));
}

function Urging({ view }: { view: RoundsView }) {
  const [value, setValue] = useState('');
  const rounds = aboutOf(view, view.rounds);
  const chosen = rounds.find((one) => one.value === value);
  const about = chosen ? { ke: chosen.ke, ky: chosen.ky } : {};
  return (
    <Card
      title="Công văn đôn đốc, danh sách đơn vị chậm"
      about="Đơn vị chậm, số ngày chậm và nơi kính gửi được điền sẵn; đôn đốc riêng vài đơn vị thì chọn ở màn hình Theo dõi."
    >
      <ChoiceField
        label="Chậm việc gì"
        none="Nhiệm vụ được giao, của mọi đơn vị"
        value={chosen ? value : ''}
        choices={rounds.map((one) => ({ value: one.value, label: `Báo cáo kỳ ${one.label}` }))}
        onChange={setValue}
      />
      <p className="row">
        <Letter loai="reminder" label="Soạn công văn đôn đốc" {...about} />
        <Letter loai="late-list" label="Lập danh sách đơn vị chậm" {...about} />
      </p>
    </Card>
  );
}

function Reviews({ view }: { view: RoundsView }) {
  const spans = aboutOf(view, view.spans);
  const [value, setValue] = useState('');
  const chosen = spans.find((one) => one.value === value) ?? spans[0];
  return (
    <Card title="Báo cáo sơ kết, tổng kết" about="Gộp các kỳ báo cáo trong năm; số liệu lấy từ báo cáo đã tiếp nhận.">
      {chosen ? (
        <>
          <ChoiceField label="Thời gian" value={chosen.value} choices={spans} onChange={setValue} />
          <p className="row">
            <Letter {...spanLetter(chosen.ky)} ke={chosen.ke} ky={chosen.ky} />
          </p>
        </>
      ) : (
        <p className="muted">Trong năm này chưa có kế hoạch nào có từ hai kỳ báo cáo trở lên.</p>
      )}
    </Card>
  );
}

const elsewhere = [
  {
    ...{ to: '/ke-hoach', name: 'Kế hoạch', may: 'Cán bộ xem được kế hoạch của đơn vị mình' },
    says: 'mở kế hoạch, tải bản Word, PDF hoặc Excel ở đầu trang',
  },
  {
    ...{
      to: '/ke-hoach-don-vi',
      name: 'Kế hoạch của đơn vị',
      may: 'Cán bộ theo dõi được tiến độ trong phạm vi của mình',
    },
    says: 'dự thảo có sẵn từ kế hoạch cấp trên, sửa rồi ban hành',
  },
  {
    ...{
      to: '/bao-cao',
      name: 'Báo cáo định kỳ, báo cáo tổng hợp',
      may: 'Cán bộ xem được báo cáo trong phạm vi của mình',
    },
    says: 'soạn theo kỳ; báo cáo tổng hợp ở trang của kỳ',
  },
  {
    ...{
      to: '/kiem-tra',
      name: 'Kết luận kiểm tra',
      may: 'Cán bộ xem được cuộc kiểm tra về đơn vị trong phạm vi của mình',
    },
    says: 'mở cuộc kiểm tra đã tiến hành',
  },
  {
    ...{ to: '/bieu-mau', name: 'Biểu mẫu', may: 'Cán bộ xem được biểu mẫu văn bản của đơn vị mình' },
    says: 'mẫu Word của từng loại văn bản',
  },
] as const;

function Elsewhere() {
  const may = useMay();
  return (
    <Card title="Văn bản khác" about="Các văn bản này được lập ngay ở nơi có số liệu.">
      <ul className="letter-elsewhere">
        {elsewhere
          .filter((one) => may(one.may))
          .map(({ to, name, says }) => (
            <li key={to}>
              <Link to={to}>{name}</Link>: {says}
            </li>
          ))}
      </ul>
    </Card>
  );
}
