import { Button } from 'react-aria-components';
import type { Desk } from './useOwnDraft.ts';

/** Whether what was changed has reached the server, and the way one step back. */
export function SavedDraft({ desk, readOnly }: { desk: Desk; readOnly: boolean }) {
  const { saving, pending, problem, retry, discard, undo } = desk;
  if (readOnly) return <p className="muted">Bạn xem được dự thảo này; đơn vị tự sửa và ban hành.</p>;
  return (
    <div className="own-saved">
      {saving === 'refused' ? (
        <div className="notice late" role="alert">
          <p>
            <b>{problem?.title}.</b> {problem?.message}
          </p>
          <div className="row">
            <Button className="btn small" onPress={retry}>
              Thử lưu lại
            </Button>
            <Button className="btn small" onPress={discard}>
              Bỏ {pending} sửa đổi chưa lưu
            </Button>
          </div>
        </div>
      ) : (
        <span className="save-state" role="status" data-saving={saving}>
          {saving === 'waiting' && `▲ Đang chờ mạng, chưa mất gì (${pending} sửa đổi giữ trên máy này)`}
          {saving !== 'waiting' && (pending > 0 ? '◐ Đang lưu…' : '● Mọi thay đổi tự lưu')}
        </span>
      )}
      <Button className="btn small" isDisabled={undo === undefined} onPress={() => undo?.()}>
        Hoàn tác
      </Button>
    </div>
  );
}
