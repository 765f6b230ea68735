import { Button } from 'react-aria-components';
import type { FieldPlace } from '../../../src/report/content/model.ts';
import { nameOf } from './drafting.ts';
import type { Met } from './met.ts';
import { sayValue } from './sayValue.ts';
import type { Draft } from './useReportDraft.ts';

type Props = { draft: Draft; sayPlace: (place: FieldPlace) => string };

/** What two wrote in one place at once: both, side by side, and which to use. Nothing is decided for whoever writes. */
export function BothWrote({ draft, sayPlace }: Props) {
  const { met } = draft;
  if (met.length === 0) return null;
  return (
    <section className="card both-wrote" aria-labelledby="both-wrote">
      <h2 id="both-wrote">Hai người cùng sửa ({met.length})</h2>
      {met.map((one) => (
        <One key={nameOf(one.place)} one={one} where={sayPlace(one.place)} draft={draft} />
      ))}
    </section>
  );
}

function One({ one: { place, mine, theirs, kept }, where, draft }: { one: Met; where: string; draft: Draft }) {
  const done = () => draft.look(nameOf(place));
  const use = (value: unknown) => {
    draft.write(place, value);
    done();
  };
  return (
    <div role="note">
      <p>
        <b>{where}.</b>{' '}
        {kept
          ? 'Giá trị người khác chọn đang được giữ; giá trị anh chị chọn ghi dưới đây.'
          : 'Lời của cả hai đang nằm trong ô, hãy chọn hoặc đọc lại và bỏ phần thừa.'}
      </p>
      <div className="both-sides">
        <Side name="Anh chị viết" value={mine} />
        <Side name="Người khác viết" value={theirs} />
      </div>
      <div className="row">
        <Button className="btn small" onPress={() => use(mine)}>
          Dùng của tôi
        </Button>
        <Button className="btn small" onPress={() => use(theirs)}>
          Dùng của người kia
        </Button>
        <Button className="btn small" onPress={done}>
          {kept ? 'Để như đang có' : 'Giữ cả hai'}
        </Button>
      </div>
    </div>
  );
}

function Side({ name, value }: { name: string; value: unknown }) {
  return (
    <div>
      <h3>{name}</h3>
      <p className="pre">{typeof value === 'string' && !isState(value) ? value : sayValue(value)}</p>
    </div>
  );
}

const isState = (value: string): boolean => ['done', 'doing', 'not-begun', 'none'].includes(value);
