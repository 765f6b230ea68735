import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OversightAct } from '../../../src/assignment/oversight/model.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { Fact } from '../../components/Fact.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Story } from '../../components/Story.tsx';
import { Tag } from '../../components/Tag.tsx';
import { sayMoment } from '../../words/time.ts';
import { nameAgencies } from '../../words/work.ts';
import { type EntryDetail, oneEntry } from './api.ts';
import { FollowForms } from './FollowForms.tsx';
import { ReferenceList } from './References.tsx';
import { sayForm, sayOversightAct, sayState, saySubject } from './say.ts';

/** One entry: what was seen and recommended, its history, and what those it concerns can do. */
export function OversightSheet({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  return (
    <Sheet title="Ghi nhận giám sát" kind="large" isOpen={id !== undefined} onClose={onClose}>
      {id !== undefined && <Detail key={id} id={id} />}
    </Sheet>
  );
}

function Detail({ id }: { id: string }) {
  const query = useQuery(oneEntry(id));
  return (
    <Loaded query={query} label="Đang tải ghi nhận giám sát">
      {(detail) => (
        <>
          <Facts detail={detail} />
          <FollowForms entry={detail.entry} />
          <Story {...detail} none="Chưa có trả lời.">
            {({ act }) => (
              <>
                <p className="pre">{sayOversightAct(act as OversightAct)}</p>
                {act.kind === 'answer' && <ReferenceList references={(act as Answer).references} />}
              </>
            )}
          </Story>
        </>
      )}
    </Loaded>
  );
}

type Answer = Extract<OversightAct, { kind: 'answer' }>;

function Facts({ detail: { entry, agencies } }: { detail: EntryDetail }) {
  const names = nameAgencies(agencies);
  const { tone, word } = sayState(entry);
  const merged = entry.heldBy !== entry.agencyId;
  return (
    <>
      <div>
        <p className="work-tags">
          <Tag tone={tone}>{word}</Tag>
        </p>
        <p className="work-full pre prose">{entry.seen}</p>
      </div>
      <dl className="work-facts">
        <Fact name="Kiến nghị">
          {entry.recommendation && (
            <>
              <span className="pre">{entry.recommendation}</span>
              {entry.wishedBy && <span className="role">Mong trả lời chậm nhất ngày {sayDay(entry.wishedBy)}</span>}
            </>
          )}
        </Fact>
        <Fact name="Đơn vị">
          <Link to="/don-vi/$id" params={{ id: entry.heldBy }}>
            {names.get(entry.heldBy)}
          </Link>
          {merged && <span className="role">nhận việc từ {names.get(entry.agencyId)}</span>}
        </Fact>
        <Fact name="Giám sát về">{saySubject(entry)}</Fact>
        <Fact name="Ngày, hình thức">
          {sayDay(entry.day)}, {sayForm(entry.form).toLocaleLowerCase('vi')}
        </Fact>
        <Fact name="Thành phần">{entry.participants && <span className="pre">{entry.participants}</span>}</Fact>
        <Fact name="Tài liệu">{entry.references.length > 0 && <ReferenceList references={entry.references} />}</Fact>
        <Fact name="Ghi nhận">
          {entry.recordedBy}, {entry.recordedByUnit}, {sayMoment(entry.recordedAt)}
        </Fact>
      </dl>
    </>
  );
}
