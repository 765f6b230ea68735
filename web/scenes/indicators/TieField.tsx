import { followApi } from '../../api-follow.ts';
import { SearchPick } from '../../components/SearchPick.tsx';
import { today } from '../follow/useFollow.ts';

/** A task as this field knows it. */
export type TiedTask = { id: string; text: string };

/** The task an indicator belongs to: in its reports the indicator stands among the task's targets. */
export function TieField({ task, onChange }: { task: TiedTask | null; onChange: (task: TiedTask | null) => void }) {
  return (
    <SearchPick
      label="Gắn với nhiệm vụ"
      hint="Gõ vài chữ của nhiệm vụ (không cần dấu); để trống nếu chỉ tiêu không thuộc nhiệm vụ nào"
      found="Nhiệm vụ tìm thấy"
      none={(typed) => `Không có nhiệm vụ nào khớp “${typed}”.`}
      kept="indicator-tasks"
      find={async (q): Promise<TiedTask[]> => {
        const year = today().slice(0, 4);
        const { items } = await followApi.items({ q, from: `${year}-01-01`, to: `${year}-12-31` });
        return items.filter(({ kind }) => kind === 'task').slice(0, 20);
      }}
      say={({ text }) => text.split('\n')[0]?.replace(/^- /, '').slice(0, 160) ?? ''}
      picked={task}
      onPick={onChange}
    />
  );
}
