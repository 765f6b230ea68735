import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { focusHeading } from '../../components/Scene.tsx';
import { Tag } from '../../components/Tag.tsx';
import { adoptIntakes, forget, retry, type Upload, uploads } from '../../state/uploads.ts';
import { useCell } from '../../state/use.ts';

/** The files on their way in, each with what it is doing and what can be done about it. */
export function Uploads() {
  const list = useCell(uploads);
  useEffect(() => void adoptIntakes(), []);
  if (list.length === 0) return null;
  return (
    <section className="card uploads" aria-label="Tệp đang tải lên">
      <ul>
        {list.map((upload) => (
          <UploadItem key={upload.id} upload={upload} />
        ))}
      </ul>
    </section>
  );
}

function UploadItem({ upload }: { upload: Upload }) {
  const { id, name, phase, problem, view } = upload;
  const busy = phase === 'waiting' || phase === 'sending' || phase === 'reading';
  const leave = () => {
    forget(id);
    focusHeading();
  };
  return (
    <li className="upload">
      <div className="upload-line">
        <b>{name}</b>
        <span className="spacer" />
        {phase === 'failed' && problem?.code !== 'cancelled' && <Tag tone="late">Chưa đọc được</Tag>}
        {phase === 'failed' && problem?.code === 'cancelled' && <Tag tone="idle">Đã dừng</Tag>}
        {view && view.plan.tasks > 0 && <Tag tone="ok">{sayNumber(view.plan.tasks)} nhiệm vụ</Tag>}
        {view?.plan.tasks === 0 && <Tag tone="due">Không có nhiệm vụ</Tag>}
        {view && (
          <Link
            className="btn small"
            to="/ke-hoach/$id/ra-soat"
            params={{ id: view.plan.id }}
            onClick={() => forget(id)}
          >
            Rà soát
          </Link>
        )}
        {phase === 'failed' && (
          <Button className="btn small" onPress={() => retry(id)}>
            Thử lại
          </Button>
        )}
        {busy ? (
          <Button className="btn small" aria-label={`Dừng đọc ${name}`} onPress={leave}>
            Dừng
          </Button>
        ) : (
          <Button className="icon" aria-label={`Ẩn ${name}`} onPress={leave}>
            ✕
          </Button>
        )}
      </div>
      {busy && <Progress upload={upload} />}
      {problem && (
        <p className="upload-problem" role="alert">
          <b>{problem.title}.</b> {problem.message}
        </p>
      )}
    </li>
  );
}

const phases = { waiting: 'Chờ tệp trước', sending: 'Đang tải lên', reading: 'Đang đọc văn bản' } as const;

function Progress({ upload }: { upload: Upload }) {
  const { label, share } = sayProgress(upload);
  return (
    <ProgressBar
      aria-label={`${label} ${upload.name}`}
      value={(share ?? 0) * 100}
      isIndeterminate={share === null}
      className="progress"
    >
      <span className="progress-track">
        <i style={{ width: share === null ? '100%' : `${share * 100}%` }} data-waiting={share === null || undefined} />
      </span>
      <span className="role num">{label}</span>
    </ProgressBar>
  );
}

const said = {
  pages: { going: 'Đã mở', over: 'Đã mở các trang, đang đọc tiếp…' },
  recognise: { going: 'Đã nhận dạng chữ', over: 'Đã nhận dạng xong, đang tìm nhiệm vụ…' },
} as const;

/** What is being done and how much of it is; `share` null where nobody can say. */
function sayProgress({ phase, share, intake }: Upload): { label: string; share: number | null } {
  if (phase === 'sending') return { label: `${phases.sending} ${Math.round(share * 100)}%`, share };
  if (intake?.state === 'waiting') return { label: 'Đang chờ đến lượt đọc…', share: null };
  if (!intake?.step || intake.of === 0) return { label: `${phases[phase as 'waiting' | 'reading']}…`, share: null };
  // All pages are there: what is left is finding the table and its tasks, or the first page of a scan.
  if (intake.done >= intake.of) return { label: said[intake.step].over, share: null };
  return {
    label: `${said[intake.step].going} ${sayNumber(intake.done)}/${sayNumber(intake.of)} trang`,
    share: intake.done / intake.of,
  };
}
