import { sayNumber } from '../../../src/kernel/number.ts';
import { Tag } from '../../components/Tag.tsx';
import { groupWarnings, type Place, type Told, type WarningGroup } from './tellWarnings.ts';

/** What the reader wants an officer to know about the whole document, each a press away from where it stands. */
export function Warnings({ told, onShow }: { told: readonly Told[]; onShow: (place: Place) => void }) {
  const groups = groupWarnings(told);
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, { places, sayings }) => sum + Math.max(places.length, sayings.length), 0);
  return (
    <details className="warnings">
      <summary>
        <Tag tone="due">{sayNumber(count)} lưu ý khi đọc văn bản</Tag>
      </summary>
      <ul>
        {groups.map((group) => (
          <WarningItem key={group.code} group={group} onShow={onShow} />
        ))}
      </ul>
    </details>
  );
}

function WarningItem({ group: { sayings, places }, onShow }: { group: WarningGroup; onShow: (place: Place) => void }) {
  const [first, ...more] = sayings;
  return (
    <li>
      {first}
      {places.length > 0 && (
        <span className="warning-places">
          {places.map((place) => (
            <button key={place.name} type="button" className="link" onClick={() => onShow(place)}>
              {place.name}
            </button>
          ))}
        </span>
      )}
      {more.length > 0 && (
        <details>
          <summary className="link">và {sayNumber(more.length)} lưu ý cùng loại</summary>
          <ul>
            {more.map((saying) => (
              <li key={saying}>{saying}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
