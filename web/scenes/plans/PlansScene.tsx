import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { PlanSummary } from '../../../src/plan/views.ts';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { planList } from '../../queries.ts';
import { useMay } from '../../state/may.ts';
import { addFiles } from '../../state/uploads.ts';
import { isTyping, useRested } from '../../state/use.ts';
import { acceptedFiles } from '../../words/plan.ts';
import { PasteSheet } from './PasteSheet.tsx';
import { PlanFilters } from './PlanFilters.tsx';
import { PlanList } from './PlanList.tsx';
import { Samples } from './Samples.tsx';
import { Uploads } from './Uploads.tsx';

const statusOf = { 'cho-ra-soat': 'draft', 'da-xac-nhan': 'confirmed' } as const;

const route = getRouteApi('/ke-hoach');

export function PlansScene() {
  const search = route.useSearch();
  const q = useRested(search.tim ?? '', 200);
  const chosen = search['trang-thai'];
  const removed = chosen === 'da-bo';
  const filters = {
    ...(q ? { q } : {}),
    ...(chosen && chosen !== 'da-bo' ? { status: statusOf[chosen] } : {}),
    ...(removed ? { removed: true } : {}),
  };
  const plans = useQuery(planList(filters));
  const mayAdd = useMay()('Cơ quan thường trực và đơn vị chủ trì thêm được kế hoạch');
  const [pasting, setPasting] = usePasting();
  const filtered = q !== '' || chosen !== undefined;
  return (
    <Scene
      title="Kế hoạch"
      sub={plans.isError ? 'Chưa tải được' : <Figures plans={plans.data} removed={removed} />}
      actions={mayAdd && <Actions onPaste={() => setPasting('')} />}
    >
      <Uploads />
      <PlanFilters />
      <div className="card plans-card" aria-busy={plans.isFetching}>
        {plans.isPending && <Skeleton lines={7} label="Đang tải danh sách kế hoạch" />}
        {plans.isError && <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />}
        {plans.data && plans.data.length > 0 && <PlanList plans={plans.data} removed={removed} />}
        {plans.data?.length === 0 && (filtered ? <NoneFound removed={removed && q === ''} /> : <Welcome />)}
      </div>
      <PasteSheet text={pasting} onClose={() => setPasting(null)} />
    </Scene>
  );
}

/** Text pasted on the page itself (not into a box) opens the sheet with it; pasted files are uploaded. */
function usePasting() {
  const [pasting, setPasting] = useState<string | null>(null);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || document.querySelector('[role=dialog]')) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // Word puts a picture of the text beside the text: the text is what is meant.
      if (text.trim() !== '') setPasting(text);
      else if (files.length > 0) addFiles(files);
      else return;
      event.preventDefault();
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
  return [pasting, setPasting] as const;
}

function Figures({ plans, removed }: { plans: PlanSummary[] | undefined; removed: boolean }) {
  if (!plans) return 'Đang tải…';
  if (removed) return `${sayNumber(plans.length)} kế hoạch đã bỏ, khôi phục được`;
  const tasks = plans.reduce((sum, plan) => sum + plan.tasks, 0);
  const waiting = plans.filter(({ status }) => status === 'draft').length;
  return (
    <>
      {sayNumber(plans.length)} kế hoạch · {sayNumber(tasks)} nhiệm vụ
      {waiting > 0 && (
        <>
          {' · '}
          <b>{sayNumber(waiting)} kế hoạch chờ rà soát</b>
        </>
      )}
    </>
  );
}

function Actions({ onPaste }: { onPaste: () => void }) {
  return (
    <>
      <Button className="btn" onPress={onPaste}>
        Dán văn bản
      </Button>
      <ChooseFiles primary />
    </>
  );
}

export function ChooseFiles({ primary }: { primary?: boolean }) {
  return (
    <FileTrigger allowsMultiple acceptedFileTypes={acceptedFiles} onSelect={(files) => files && addFiles([...files])}>
      <Button className={primary ? 'btn primary' : 'btn'}>Tải kế hoạch lên</Button>
    </FileTrigger>
  );
}

function NoneFound({ removed }: { removed: boolean }) {
  if (removed) return <EmptyState title="Chưa bỏ kế hoạch nào" text="Kế hoạch đã bỏ nằm ở đây và khôi phục được." />;
  return <EmptyState title="Không có kế hoạch phù hợp" text="Hãy gõ ít chữ hơn hoặc chọn “Tất cả” ở trạng thái." />;
}

function Welcome() {
  return (
    <EmptyState
      title="Chưa có kế hoạch nào"
      text="Thả tệp kế hoạch (PDF, kể cả bản chụp; Word, Excel, trang web hoặc văn bản) vào bất kỳ chỗ nào trên trang, hoặc dán nội dung bằng Ctrl V. Thang đọc văn bản thành từng nhiệm vụ để rà soát."
    >
      <Samples />
    </EmptyState>
  );
}
