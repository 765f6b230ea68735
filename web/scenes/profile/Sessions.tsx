import { Button } from 'react-aria-components';
import type { OwnAccount } from '../../../src/people/views.ts';
import { Refusal } from '../../components/Notice.tsx';
import { focusHeading } from '../../components/Scene.tsx';
import { Tag } from '../../components/Tag.tsx';
import { peopleApi } from '../../people-api.ts';
import { sayWay } from '../../words/people.ts';
import { sayMoment } from '../../words/time.ts';
import { useOwnStep } from './own.ts';

/** Where I am signed in; each session can be ended from here. */
export function Sessions({ own }: { own: OwnAccount }) {
  const end = useOwnStep(peopleApi.endSession, 'Đã kết thúc phiên đó.', focusHeading);
  const endOthers = useOwnStep(() => peopleApi.endOthers(), 'Đã đăng xuất khỏi các thiết bị khác.', focusHeading);
  const busy = end.isPending || endOthers.isPending;
  return (
    <section className="card panel" aria-labelledby="own-sessions">
      <h2 id="own-sessions">Phiên đăng nhập</h2>
      <div>
        {own.sessions.map(({ id, current, device, address, way, openedAt, seenAt }) => (
          <div key={id} className="panel-row">
            <div>
              {device || 'Thiết bị không rõ'} {current && <Tag tone="ok">phiên này</Tag>}
              <small>
                {[address && `địa chỉ ${address}`, sayWay(way)].filter(Boolean).join(', ')}; mở {sayMoment(openedAt)},
                dùng gần nhất {sayMoment(seenAt)}
              </small>
            </div>
            {!current && (
              <Button
                className="btn small"
                isDisabled={busy}
                aria-label={`Kết thúc phiên ${device}, mở ${sayMoment(openedAt)}`}
                onPress={() => end.mutate(id)}
              >
                Kết thúc
              </Button>
            )}
          </div>
        ))}
      </div>
      <Refusal error={end.error ?? endOthers.error} />
      {own.sessions.length > 1 && (
        <div className="row">
          <Button className="btn" isDisabled={busy} onPress={() => endOthers.mutate(undefined)}>
            Đăng xuất khỏi mọi thiết bị khác
          </Button>
        </div>
      )}
    </section>
  );
}
