import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { TemplatesView } from '../../../src/publish/template/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Tag } from '../../components/Tag.tsx';
import { sayMoment } from '../../words/time.ts';
import { templateKinds } from './api.ts';
import { OneKind } from './OneKind.tsx';

const route = getRouteApi('/bieu-mau');

/** Biểu mẫu: the Word files papers are made by, a province's own or those the product has. */
export function TemplatesScene() {
  const { loai } = route.useSearch();
  const query = useQuery(templateKinds());
  const own = query.data?.kinds.filter(({ used }) => used !== null).length ?? 0;
  return (
    <Scene
      title="Biểu mẫu"
      sub={
        query.data &&
        `${sayNumber(query.data.kinds.length)} loại văn bản; ${own === 0 ? 'tất cả đang dùng mẫu có sẵn theo Nghị định 30/2020/NĐ-CP' : `${sayNumber(own)} loại dùng biểu mẫu của đơn vị, còn lại dùng mẫu có sẵn`}.`
      }
    >
      <Loaded query={query} label="Đang tải các biểu mẫu">
        {(view) => (
          <div className="templates">
            {!view.pdf && (
              <p className="notice" role="note">
                Máy chủ chưa cài LibreOffice: văn bản Word theo biểu mẫu của đơn vị; bản PDF in theo mẫu có sẵn và tên
                tệp ghi rõ điều đó. Cần PDF theo biểu mẫu thì mở bản Word rồi lưu thành PDF, hoặc nhờ người quản trị cài
                LibreOffice.
              </p>
            )}
            <Kinds view={view} chosen={loai ?? view.kinds[0]?.kind} />
            {(loai ?? view.kinds[0]?.kind) && (
              <OneKind key={loai} kind={loai ?? view.kinds[0]?.kind ?? 'plan'} changes={view.changes} pdf={view.pdf} />
            )}
          </div>
        )}
      </Loaded>
    </Scene>
  );
}

const Kinds = ({ view, chosen }: { view: TemplatesView; chosen: string | undefined }) => (
  <nav className="card template-kinds" aria-label="Loại văn bản">
    <ul>
      {view.kinds.map(({ kind, name, used, since }) => (
        <li key={kind}>
          <Link
            to="/bieu-mau"
            search={{ loai: kind }}
            className={kind === chosen ? 'on' : ''}
            aria-current={kind === chosen ? 'page' : undefined}
          >
            <span>{name}</span>
            {used === null ? (
              <Tag tone="idle">Mẫu có sẵn</Tag>
            ) : (
              <Tag tone="ok">Mẫu của đơn vị{since && `, từ ${sayMoment(since)}`}</Tag>
            )}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
