import { useQuery } from '@tanstack/react-query';
import { statedValue } from '../../../src/report/content/model.ts';
import type { Definition } from '../../../src/report/indicator/model.ts';
import { sayPeriod } from '../../../src/report/indicator/period.ts';
import { sayFigure } from '../../../src/report/indicator/say.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { cellHistory } from './api.ts';

type Props = {
  id: string;
  place: { agencyId: string; period: string };
  name: string;
  definition: Definition;
  onClose: () => void;
};

/** Every figure that was stated for a unit and period, with who stated it and why it was corrected. */
export function CellStory({ id, place, name, definition, onClose }: Props) {
  const query = useQuery(cellHistory(id, place.agencyId, place.period));
  return (
    <Sheet title={`${name}, ${sayPeriod(place.period)}`} isOpen onClose={onClose}>
      <Loaded query={query} label="Đang tải lịch sử">
        {({ entries }) => (
          <ol className="cell-story">
            {entries.map(({ rev, figure, said, reason }) => (
              <li key={rev}>
                <b>{statedValue(figure) === null ? 'Đã xóa số liệu' : sayFigure(definition, figure)}</b>
                <span className="muted">
                  {said}
                  {reason && `. Lý do: ${reason}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Sheet>
  );
}
