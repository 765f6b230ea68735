import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, FileTrigger } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { PlanView, VersionView } from '../../../src/plan/views.ts';
import { api } from '../../api.ts';
import { Tag } from '../../components/Tag.tsx';
import { toProblem } from '../../problem.ts';
import { say } from '../../state/toasts.ts';
import { follow } from '../../state/uploads.ts';
import { acceptedFiles } from '../../words/plan.ts';
import { sayMoment } from '../../words/time.ts';

/** The files of this plan: the draft, the signed copy, the amended one; and others that seem to be of the same plan. */
export function VersionsPanel({ view }: { view: PlanView }) {
  const add = useAddVersion(view.plan.id);
  return (
    <div className="panel">
      <p>
        Có bản ký sau bản dự thảo, hoặc bản sửa đổi? Tải lên ở đây: Thang so sánh từng nhiệm vụ và giữ mọi sửa đổi đã
        làm.
      </p>
      <div className="row">
        <FileTrigger acceptedFileTypes={acceptedFiles} onSelect={(files) => files?.[0] && add.mutate(files[0])}>
          <Button className="btn" isDisabled={add.isPending}>
            {add.isPending ? 'Đang đọc bản mới…' : 'Thêm bản khác'}
          </Button>
        </FileTrigger>
      </div>
      <ul className="versions">
        {view.versions.map((version) => (
          <VersionItem key={version.no} plan={view.plan.id} version={version} />
        ))}
      </ul>
      {view.candidates.length > 0 && <Candidates view={view} />}
    </div>
  );
}

const states = {
  current: { tone: 'ok', word: 'Đang dùng' },
  proposed: { tone: 'due', word: 'Chờ so sánh' },
  past: { tone: 'idle', word: 'Bản trước' },
} as const;

function VersionItem({ plan, version }: { plan: string; version: VersionView }) {
  const { no, fileName, state, origin, tasks, addedAt, addedBy } = version;
  const { tone, word } = states[state];
  return (
    <li className="version">
      <div>
        <b>
          Bản {no}: {fileName}
        </b>
        <p className="role">
          {origin === 'columns' && 'Đọc lại sau khi cho biết một cột chứa gì. '}
          {sayNumber(tasks)} nhiệm vụ · {addedBy}, {sayMoment(addedAt)}
        </p>
      </div>
      <Tag tone={tone}>{word}</Tag>
      {state !== 'current' && (
        <Link className="btn small" to="/ke-hoach/$id/so-sanh" params={{ id: plan }} search={{ voi: String(no) }}>
          So sánh
        </Link>
      )}
    </li>
  );
}

const Candidates = ({ view }: { view: PlanView }) => (
  <section aria-labelledby="candidates">
    <h3 id="candidates">Có vẻ là bản khác của kế hoạch này</h3>
    <ul className="versions">
      {view.candidates.map(({ id, fileName, title, number, tasks, addedAt }) => (
        <li key={id} className="version">
          <div>
            <b>{fileName}</b>
            <p className="role">
              {[number && `Số ${number}`, title, `${sayNumber(tasks)} nhiệm vụ`, sayMoment(addedAt)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <Link className="btn small" to="/ke-hoach/$id/so-sanh" params={{ id: view.plan.id }} search={{ voi: id }}>
            So sánh
          </Link>
        </li>
      ))}
    </ul>
  </section>
);

function useAddVersion(id: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (file: File) => api.addVersion(id, file),
    onSuccess: (answer) => {
      if ('state' in answer) {
        follow(answer);
        say('Bản này cần đọc lâu. Tiến độ ở trang Kế hoạch; đọc xong sẽ có ở mục Các bản.');
        return;
      }
      client.setQueryData(['plans', id], answer);
      const no = Math.max(...answer.versions.map((version) => version.no));
      void navigate({ to: '/ke-hoach/$id/so-sanh', params: { id }, search: { voi: String(no) } });
    },
    onError: (error) => say(toProblem(error).message, { tone: 'late' }),
  });
}
