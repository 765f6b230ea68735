import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { PlainDate } from '../../../src/kernel/plain-date.ts';
import type { Finding } from '../../../src/report/inspection/model.ts';
import { usePhotos } from './usePhotos.ts';

type Props = { finding: Finding; known: boolean; today: PlainDate };

/** One press takes a picture of what was found, also without a line: what has not been sent yet is named. */
export function PhotoBox({ finding, known, today }: Props) {
  const { kept, refusals, take, drop } = usePhotos(finding.id, known);
  const piece = {
    ...{ kind: 'media' as const, subject: finding.text.slice(0, 200), day: today, place: finding.place },
  };
  return (
    <div className="photo-box">
      <label className="btn big">
        Chụp ảnh, quay video
        <input
          type="file"
          className="sr-only"
          accept="image/*,video/*"
          capture="environment"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) take(file, piece);
            target.value = '';
          }}
        />
      </label>
      {kept.length > 0 && (
        <p role="status">◐ {sayNumber(kept.length)} ảnh, video giữ trên máy này, tự gửi khi có mạng.</p>
      )}
      {kept.length > 0 && (
        <ul className="left-out">
          {kept.map(({ id, file }) => (
            <li key={id}>
              {file.name}
              {refusals.has(id) && <span className="form-error"> {refusals.get(id)}</span>}{' '}
              <Button className="link" onPress={() => drop(id)}>
                Bỏ<span className="sr-only"> {file.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
