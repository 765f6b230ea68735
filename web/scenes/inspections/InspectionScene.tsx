import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { InspectionDetailView } from '../../../src/report/inspection/views.ts';
import { Fact } from '../../components/Fact.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Story } from '../../components/Story.tsx';
import { Tag } from '../../components/Tag.tsx';
import { nameAgencies } from '../../words/work.ts';
import { Papers } from '../reports/Papers.tsx';
import { oneInspection, paperUrl } from './api.ts';
import { FieldRecord } from './FieldRecord.tsx';
import { FindForm } from './FindForm.tsx';
import { FindingCard } from './FindingCard.tsx';
import { Sent } from './Sent.tsx';
import { sayAct, sayKind, sayStatus, useComponents } from './say.ts';
import { TeamActs } from './TeamActs.tsx';
import { type Field, useInspection } from './useInspection.ts';

const route = getRouteApi('/kiem-tra/$id');

/** One inspection: what is inspected, what was found, how it is remedied; on a phone, the record in the field. */
export function InspectionScene() {
  const { id } = route.useParams();
  const query = useQuery(oneInspection(id));
  return (
    <Loaded query={query} label="Đang tải cuộc kiểm tra">
      {(detail) => <Inspection key={id} detail={detail} />}
    </Loaded>
  );
}

function Inspection({ detail }: { detail: InspectionDetailView }) {
  const { ghi } = route.useSearch();
  const navigate = route.useNavigate();
  const field = useInspection(detail);
  const { state } = field;
  const { inspection } = detail;
  const names = nameAgencies(detail.agencies);
  const inField = ghi === 'hien-truong' && state.status === 'open' && inspection.keeps;
  const standing = state.findings.filter(({ status }) => status !== 'withdrawn');
  const { tone, word } = sayStatus(state.status);
  return (
    <Scene
      title={`Kiểm tra ${names.get(inspection.agencyId) ?? 'đơn vị'}`}
      lead={<Link to="/kiem-tra">Kiểm tra</Link>}
      sub={`${sayKind(inspection.kind)}, ngày ${sayDay(state.openedOn ?? state.planned.day)}, ${standing.length} tồn tại, ${
        standing.filter(({ status }) => status === 'closed').length
      } đã khắc phục.`}
      actions={
        inspection.keeps &&
        state.status === 'open' && (
          <Button
            className={inField ? 'btn' : 'btn primary'}
            onPress={() => void navigate({ search: inField ? {} : { ghi: 'hien-truong' } })}
          >
            {inField ? 'Xong ghi hiện trường' : 'Ghi tại hiện trường'}
          </Button>
        )
      }
    >
      <div className="inspection">
        {inspection.keeps && <Sent field={field} />}
        {inField ? (
          <FieldRecord detail={detail} field={field} />
        ) : (
          <>
            <div className="card inspection-facts">
              <p className="work-tags">
                <Tag tone={tone}>{word}</Tag>
              </p>
              <Facts detail={detail} field={field} />
              {inspection.keeps && <TeamActs detail={detail} field={field} />}
            </div>
            <Findings detail={detail} field={field} />
            <div className="card inspection-facts">
              <Log detail={detail} field={field} />
            </div>
          </>
        )}
      </div>
    </Scene>
  );
}

type Props = { detail: InspectionDetailView; field: Field };

function Facts({ detail, field: { state } }: Props) {
  const { inspection, earlier, later } = detail;
  const nameOf = useComponents(Number(inspection.day.slice(0, 4)));
  const { planned } = state;
  const isConcluded = state.status === 'concluded' || state.status === 'closed';
  return (
    <>
      <dl className="work-facts">
        <Fact name="Nội dung">
          <span className="pre">{planned.subject}</span>
          {planned.components.map((one) => (
            <span key={`${one.index} ${one.code}`} className="role">
              {nameOf(one)}
            </span>
          ))}
        </Fact>
        <Fact name="Đoàn kiểm tra">
          Trưởng đoàn {planned.lead}
          {planned.members.length > 0 && <span className="role">Thành viên: {planned.members.join(', ')}</span>}
          {planned.joinedWith && <span className="role">Kết hợp với {planned.joinedWith}</span>}
          <span className="role">Nơi lập: {inspection.plannedByUnit}</span>
        </Fact>
        <Fact name="Ngày">
          {state.openedOn ? `Bắt đầu ${sayDay(state.openedOn)}` : `Dự kiến ${sayDay(planned.day)}`}
          {state.reason && <span className="role">{state.reason}</span>}
        </Fact>
        {planned.places.length > 0 && <Fact name="Thôn, tổ dân phố">{planned.places.join(', ')}</Fact>}
        {earlier && (
          <Fact name="Lần trước">
            <Link to="/kiem-tra/$id" params={{ id: earlier.id }}>
              Kiểm tra ngày {sayDay(earlier.day)}
              {earlier.number && `, kết luận số ${earlier.number}`}
            </Link>
          </Fact>
        )}
        {later.map((next) => (
          <Fact key={next.id} name="Tái kiểm tra">
            <Link to="/kiem-tra/$id" params={{ id: next.id }}>
              Ngày {sayDay(next.day)}
            </Link>
          </Fact>
        ))}
        {isConcluded && (
          <Fact name="Kết luận">
            {state.number ? `Số ${state.number}` : 'Văn bản chưa có số'}
            {state.date && ` ngày ${sayDay(state.date)}`}
            <span className="role pre">{state.assessment}</span>
          </Fact>
        )}
      </dl>
      {state.openedOn !== null && (isConcluded || inspection.keeps) && (
        <Papers
          href={paperUrl(inspection.id)}
          what={isConcluded ? 'Thông báo kết luận' : 'Dự thảo kết luận'}
          tables={state.findings.some(({ status, remedy }) => status !== 'withdrawn' && remedy !== null)}
        />
      )}
    </>
  );
}

function Findings({ detail, field }: Props) {
  const { state } = field;
  const { keeps, id } = detail.inspection;
  if (state.openedOn === null) return null;
  return (
    <section className="findings" aria-label="Tồn tại, hạn chế">
      <h2>Tồn tại, hạn chế</h2>
      {state.findings.length === 0 && <p className="muted">Chưa ghi tồn tại nào.</p>}
      {state.findings.map((finding) => (
        <FindingCard key={finding.id} {...{ finding, detail, field }} />
      ))}
      {keeps && state.status === 'open' && (
        <div className="card inspection-facts">
          <h3>Ghi tồn tại</h3>
          <FindForm key={id} {...{ detail, field }} />
        </div>
      )}
    </section>
  );
}

function Log({ detail, field: { state } }: Props) {
  const texts = new Map(state.findings.map(({ id, text }) => [id, text]));
  return (
    <Story history={detail.actions} agencies={detail.agencies} none="Chưa có gì được ghi.">
      {({ act }) => <p className="pre">{sayAct(act, (id) => texts.get(id) ?? 'tồn tại')}</p>}
    </Story>
  );
}
