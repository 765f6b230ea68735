import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { SumsView } from '../../../src/report/form/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Scene } from '../../components/Scene.tsx';
import { sayMoment } from '../../words/time.ts';
import { nameAgencies } from '../../words/work.ts';
import { saveTable } from '../follow/tableFile.ts';
import { formSums, sumsFileUrl } from './api.ts';
import { Repliers } from './Repliers.tsx';
import { SumTable, tableOf, UnitTable } from './SumTables.tsx';
import { sayRound } from './say.ts';

const route = getRouteApi('/phieu/da-gui/$id');

/** Tổng hợp phiếu: who has answered, what the answers come to, and every figure back to the units. */
export function SumsScene() {
  const { id } = route.useParams();
  const { ky, phan } = route.useSearch();
  const query = useQuery(formSums(id, ky));
  const view = query.data;
  const round = view?.sending.rounds.find((one) => one.round === view.round);
  const tabs = [
    { key: undefined, label: 'Số tổng hợp' },
    { key: 'don-vi' as const, label: 'Từng đơn vị' },
  ];
  return (
    <Scene
      title={view?.form.title ?? 'Phiếu đã gửi'}
      lead={
        <Link to="/phieu" search={{ xem: 'da-gui' }} className="back">
          ← Phiếu đã gửi
        </Link>
      }
      sub={
        view &&
        round &&
        `${round.label}: ${sayRound(round)}. ${nameAgencies(view.agencies).get(view.sending.ownerId)} gửi ${sayMoment(view.sending.at)}.`
      }
      actions={view && <Actions view={view} />}
    >
      <nav className="tabs" aria-label="Xem">
        {tabs.map(({ key, label }) => (
          <Link
            key={label}
            to="/phieu/da-gui/$id"
            params={{ id }}
            search={{ ...(ky !== undefined && { ky }), ...(key && { phan: key }) }}
            className={phan === key ? 'tab on' : 'tab'}
            activeOptions={{ exact: true }}
            aria-current={phan === key ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      <Loaded query={query} label="Đang tải số liệu">
        {(loaded) =>
          phan === 'don-vi' ? (
            <Repliers view={loaded} />
          ) : (
            <div className="form-stack">
              <Missing view={loaded} />
              <SumTable view={loaded} />
              <UnitTable view={loaded} />
            </div>
          )
        }
      </Loaded>
    </Scene>
  );
}

function Actions({ view }: { view: SumsView }) {
  const navigate = route.useNavigate();
  const rounds = view.sending.rounds.map(({ round, label }) => ({ value: round, label }));
  return (
    <>
      {rounds.length > 1 && (
        <ChoiceField
          label="Kỳ"
          choices={rounds}
          value={view.round}
          onChange={(ky) => void navigate({ search: (now) => ({ ...now, ky }) })}
        />
      )}
      <a className="btn" href={sumsFileUrl(view.sending.id, view.round)} download>
        Xuất Excel
      </a>
      <Button className="btn" onPress={() => void saveTable(tableOf(view), 'tong-hop-phieu', 'csv')}>
        Xuất CSV
      </Button>
      <Button className="btn hide-phone" onPress={() => window.print()}>
        In
      </Button>
    </>
  );
}

/** Who is missing is said before any figure is read: the sums are of the others alone. */
function Missing({ view }: { view: SumsView }) {
  const [all, setAll] = useState(false);
  const names = nameAgencies(view.agencies);
  const units = view.answers
    .filter(({ id }) => view.missing.includes(id))
    .map(({ agencyId }) => names.get(agencyId) ?? '');
  if (units.length === 0) return <p className="notice ok">Mọi đơn vị đã gửi; số dưới đây là của tất cả.</p>;
  const shown = all ? units : units.slice(0, 8);
  return (
    <div className="notice late" role="status">
      <p>
        <b>Chưa có số liệu của {units.length} đơn vị</b>, không tính là 0: {shown.join('; ')}
        {units.length > shown.length && (
          <>
            {' '}
            <Button className="link" onPress={() => setAll(true)}>
              và {units.length - shown.length} đơn vị khác
            </Button>
          </>
        )}
      </p>
    </div>
  );
}
