import { useQuery } from '@tanstack/react-query';
import { ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { peopleApi } from '../../people-api.ts';
import { Delegations } from './Delegations.tsx';
import { OwnRoles } from './OwnRoles.tsx';
import { PasswordPanel } from './PasswordPanel.tsx';
import { Sessions } from './Sessions.tsx';
import { TotpPanel } from './TotpPanel.tsx';

/** Tài khoản của tôi: roles, handing them on, password, second step, sessions. */
export function ProfileScene() {
  const own = useQuery({ queryKey: ['own-account'], queryFn: peopleApi.own });
  if (!own.data)
    return (
      <Scene title="Tài khoản của tôi">
        <div className="card">
          {own.isError ? <ErrorState error={own.error} onRetry={() => void own.refetch()} /> : <Skeleton lines={8} />}
        </div>
      </Scene>
    );
  const { name, unit, login } = own.data;
  return (
    <Scene title="Tài khoản của tôi" sub={[name, unit, login && `tên đăng nhập ${login}`].filter(Boolean).join(', ')}>
      <div className="profile">
        <div>
          <OwnRoles own={own.data} />
          <Delegations own={own.data} />
        </div>
        <div>
          {login !== null && <PasswordPanel own={own.data} />}
          {login !== null && <TotpPanel own={own.data} />}
          <Sessions own={own.data} />
        </div>
      </div>
    </Scene>
  );
}
