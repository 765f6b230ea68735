import { Link } from '@tanstack/react-router';
import { Button, ProgressBar } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { Tag } from '../../components/Tag.tsx';
import { forget, retry, type Upload, uploads } from '../../state/uploads.ts';
import { useCell } from '../../state/use.ts';

/** The files on their way in, each with what it is doing and what can be done about it. */
export function Uploads() {
  const list = useCell(uploads);
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
  const { id, file, phase, problem, view } = upload;
  const busy = phase === 'waiting' || phase === 'sending' || phase === 'reading';
  return (
    <li className="upload">
      <div className="upload-line">
        <b>{file.name}</b>
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
          <Button className="btn small" aria-label={`Dừng tải ${file.name}`} onPress={() => forget(id)}>
            Dừng
          </Button>
        ) : (
          <Button className="icon" aria-label={`Ẩn ${file.name}`} onPress={() => forget(id)}>
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
  const label = phases[upload.phase as keyof typeof phases];
  const known = upload.phase === 'sending';
  return (
    <ProgressBar
      aria-label={`${label} ${upload.file.name}`}
      value={upload.share * 100}
      isIndeterminate={!known}
      className="progress"
    >
      <span className="progress-track">
        <i style={{ width: known ? `${upload.share * 100}%` : '100%' }} data-waiting={!known || undefined} />
      </span>
      <span className="role num">{known ? `${label} ${Math.round(upload.share * 100)}%` : `${label}…`}</span>
    </ProgressBar>
  );
}
