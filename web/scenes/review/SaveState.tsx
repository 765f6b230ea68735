import { Button } from 'react-aria-components';
import { sayClock } from '../../words/time.ts';
import type { Sync, SyncState } from './sync.ts';

/** Whether what was done has reached the server, in words that say nothing is lost. */
export function SaveState({ state }: { state: SyncState }) {
  return (
    <span className="save-state" role="status" data-saving={state.saving}>
      {words(state)}
    </span>
  );
}

function words({ saving, savedAt, pending }: SyncState): string {
  if (saving === 'waiting') return `▲ Đang chờ mạng, chưa mất gì (${pending.length} sửa đổi giữ trên máy này)`;
  if (saving === 'refused') return `▲ ${pending.length} sửa đổi chưa gửi được, vẫn giữ trên máy này`;
  if (saving === 'sending' || pending.length > 0) return '◐ Đang lưu…';
  return savedAt ? `● Đã lưu lúc ${sayClock(savedAt)}` : '● Mọi sửa đổi tự lưu';
}

/** Shown when the server has said no: why, and what the officer can do. */
export function RefusedNotice({ state, sync, onReload }: { state: SyncState; sync: Sync; onReload: () => void }) {
  if (state.saving !== 'refused' || !state.problem) return null;
  return (
    <div className="notice late" role="alert">
      <p>
        <b>{state.problem.title}.</b> {state.problem.message} {state.pending.length} sửa đổi vẫn giữ trên máy này.
      </p>
      <div className="row">
        <Button
          className="btn small"
          onPress={() => {
            onReload();
            void sync.flush();
          }}
        >
          Thử gửi lại
        </Button>
        <Button
          className="btn small"
          onPress={() => {
            sync.discard();
            onReload();
          }}
        >
          Bỏ các sửa đổi chưa gửi
        </Button>
      </div>
    </div>
  );
}
