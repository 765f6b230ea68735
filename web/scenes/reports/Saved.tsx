import { Button } from 'react-aria-components';
import { sayClock } from '../../words/time.ts';
import type { Draft } from './useReportDraft.ts';

/** Whether what was typed has reached the server, in words that say nothing is lost. */
export function Saved({ draft }: { draft: Draft }) {
  const { saving, pending, savedAt, problem } = draft;
  if (saving === 'refused')
    return (
      <div className="notice late" role="alert">
        <p>
          <b>{problem?.title}.</b> {problem?.message}
        </p>
        <div className="row">
          <Button className="btn small" onPress={() => void draft.flush()}>
            Thử lưu lại
          </Button>
          <Button className="btn small" onPress={draft.discard}>
            Bỏ {pending} ô chưa lưu
          </Button>
        </div>
      </div>
    );
  return (
    <span className="save-state" role="status" data-saving={saving}>
      {saving === 'waiting' && `▲ Đang chờ mạng, chưa mất gì (${pending} ô giữ trên máy này)`}
      {(saving === 'sending' || (saving === 'idle' && pending > 0)) && '◐ Đang lưu…'}
      {saving === 'idle' && pending === 0 && (savedAt ? `● Đã lưu lúc ${sayClock(savedAt)}` : '● Mọi thay đổi tự lưu')}
    </span>
  );
}
