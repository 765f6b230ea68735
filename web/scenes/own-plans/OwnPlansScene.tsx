import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { CascadeView, MothersView } from '../../../src/publish/cascade/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { sayPlan } from '../../words/plan.ts';
import { motherPlans, ownRegister } from './api.ts';
import { DownloadAll } from './DownloadAll.tsx';
import { Register } from './Register.tsx';
import { RegisterActs } from './RegisterActs.tsx';
import { saySummary } from './say.ts';
import type { OwnPlansSearch } from './search.ts';

const route = getRouteApi('/ke-hoach-don-vi');

/** Kế hoạch của đơn vị: who has issued its own plan to carry out a plan, when, and with what it asks for. */
export function OwnPlansScene() {
  const plans = useQuery(motherPlans());
  const { ke } = route.useSearch();
  if (plans.data && plans.data.length > 0) return <Chosen plans={plans.data} plan={ke ?? plans.data[0]?.id ?? ''} />;
  return (
    <Scene title="Kế hoạch của đơn vị">
      <Loaded query={plans} label="Đang tải danh sách kế hoạch">
        {() => (
          <div className="card">
            <EmptyState
              title="Chưa có kế hoạch nào được giao"
              text="Khi một kế hoạch đã xác nhận và giao, từng đơn vị có dự thảo kế hoạch của mình ở đây để sửa, tải về và ban hành."
            />
          </div>
        )}
      </Loaded>
    </Scene>
  );
}

function Chosen({ plans, plan }: { plans: MothersView['plans']; plan: string }) {
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const change = (next: OwnPlansSearch): void =>
    void navigate({ replace: 'tim' in next, resetScroll: false, search: (now) => ({ ...now, ...next }) });
  const query = useQuery(ownRegister(plan));
  const register = query.data;
  return (
    <Scene
      title="Kế hoạch của đơn vị"
      sub={register && register.units.length > 0 && saySummary(register)}
      actions={register?.all && register.units.length > 0 && <All register={register} days={search.ngay} />}
    >
      <div className="own-choice">
        <ChoiceField
          label="Kế hoạch cấp trên"
          value={plan}
          choices={plans.map((one) => ({ value: one.id, label: [sayPlan(one), one.title].filter(Boolean).join(': ') }))}
          onChange={(ke) => change({ ke })}
        />
        <ChoiceField
          label="Sớm hơn hạn cấp trên"
          hint="dùng cho dự thảo chưa ai sửa"
          value={String(search.ngay ?? 5)}
          choices={[0, 3, 5, 10, 15, 20].map((days) => ({ value: String(days), label: `${days} ngày làm việc` }))}
          onChange={(days) => change({ ngay: Number(days) })}
        />
      </div>
      <Loaded query={query} label="Đang tải kế hoạch của các đơn vị">
        {(loaded) =>
          loaded.units.length === 0 ? (
            <div className="card">
              <EmptyState
                title="Kế hoạch này chưa giao việc cho đơn vị nào trong phạm vi của bạn"
                text="Hãy chọn kế hoạch khác, hoặc giao kế hoạch này ở màn hình Kế hoạch rồi quay lại."
              />
            </div>
          ) : (
            <>
              <RegisterActs register={loaded} />
              <Register register={loaded} {...{ search, change }} />
            </>
          )
        }
      </Loaded>
    </Scene>
  );
}

const All = ({ register, days }: { register: CascadeView; days: number | undefined }) => (
  <DownloadAll plan={register.plan.id} days={days} units={register.units.length} />
);
