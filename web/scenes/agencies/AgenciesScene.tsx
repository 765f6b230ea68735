import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { AgencyTree } from '../../../src/place/views.ts';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { currentSession } from '../../queries.ts';
import { AgencyPanel } from './AgencyPanel.tsx';
import { printedNames, treeOf, waitingWork } from './api.ts';
import { DaySlider } from './DaySlider.tsx';
import { Entered } from './Entered.tsx';
import { FirstFilling } from './FirstFilling.tsx';
import { ReorganiseSheet } from './ReorganiseSheet.tsx';
import { Tree } from './Tree.tsx';
import { WaitingNames } from './WaitingNames.tsx';
import { WaitingWork } from './WaitingWork.tsx';
import { Workbook } from './Workbook.tsx';
import { mayArrange } from './words.ts';

const route = getRouteApi('/don-vi');
const mayAnswer = 'Cơ quan thường trực và đơn vị chủ trì trả lời được tên cơ quan chưa rõ';

/** Đơn vị: who there was on any day, what became of them, and the names nobody could tell. */
export function AgenciesScene() {
  const { ngay, xem, coquan } = route.useSearch();
  const found = useQuery(treeOf(ngay));
  const { data: session } = useQuery(currentSession());
  const [open, setOpen] = useState(false);
  const may = (what: typeof mayArrange | typeof mayAnswer): boolean => session?.may.includes(what) ?? false;
  if (!found.data)
    return (
      <Scene title="Đơn vị">
        <div className="card">
          {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton />}
        </div>
      </Scene>
    );
  const tree = found.data;
  if (tree.days.length === 0) return <FirstFilling may={may(mayArrange)} />;
  return (
    <Scene
      title="Đơn vị"
      sub={sayFigures(tree)}
      actions={
        may(mayArrange) && (
          <Button className="btn primary" onPress={() => setOpen(true)}>
            Sắp xếp đơn vị
          </Button>
        )
      }
    >
      <Parts may={may(mayArrange)} />
      {xem === 'ten-chua-ro' && <WaitingNames tree={tree} may={may(mayAnswer)} />}
      {xem === 'cho-noi-nhan' && may(mayArrange) && <WaitingWork tree={tree} />}
      {xem === 'sap-xep' && <Entered may={may(mayArrange)} />}
      {xem === undefined && (
        <>
          <DaySlider tree={tree} />
          <Workbook may={may(mayArrange)} />
          <div className="agencies">
            <Tree tree={tree} />
            {coquan ? (
              <AgencyPanel id={coquan} />
            ) : (
              <p className="card agencies-hint">
                Chọn một cơ quan để xem tên, trực thuộc và việc kế thừa qua các thời kỳ.
              </p>
            )}
          </div>
        </>
      )}
      {open && <ReorganiseSheet tree={tree} onClose={() => setOpen(false)} />}
    </Scene>
  );
}

function Parts({ may }: { may: boolean }) {
  const { ngay, xem } = route.useSearch();
  const { data } = useQuery(printedNames());
  const { data: work } = useQuery({ ...waitingWork(), enabled: may });
  const parts = [
    { xem: undefined, label: 'Cây đơn vị' },
    { xem: 'ten-chua-ro', label: `Tên chưa rõ${counted(data?.waiting)}` },
    ...(may ? [{ xem: 'cho-noi-nhan', label: `Việc chờ nơi nhận${counted(work)}` } as const] : []),
    { xem: 'sap-xep', label: 'Các lần sắp xếp' },
  ] as const;
  return (
    <nav className="filters" aria-label="Phần của trang">
      {parts.map((part) => (
        <Link
          key={part.label}
          to="/don-vi"
          search={{ ...(ngay ? { ngay } : {}), ...(part.xem ? { xem: part.xem } : {}) }}
          className={part.xem === xem ? 'chip on' : 'chip'}
          aria-current={part.xem === xem ? 'page' : undefined}
        >
          {part.label}
        </Link>
      ))}
    </nav>
  );
}

const counted = (list: readonly unknown[] | undefined): string =>
  list && list.length > 0 ? ` (${sayNumber(list.length)})` : '';

function sayFigures({ on, agencies }: AgencyTree): string {
  const count = (level: string): number =>
    agencies.filter((one) => one.kind === 'committee' && one.level === level).length;
  const departments = agencies.filter(({ kind, level }) => kind === 'department' && level === 'province').length;
  const districts = count('district');
  return [
    `Ngày ${sayDay(on)}: ${sayNumber(departments)} sở, ngành`,
    districts > 0 ? `, ${sayNumber(districts)} huyện` : '',
    `, ${sayNumber(count('commune'))} xã, phường, đặc khu; tất cả ${sayNumber(agencies.length)} cơ quan, đơn vị.`,
  ].join('');
}
