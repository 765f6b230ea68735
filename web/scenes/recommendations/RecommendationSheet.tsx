import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { RecommendationDetailView } from '../../../src/report/recommendation/views.ts';
import { sourceWords } from '../../../src/report/recommendation/words.ts';
import { Fact } from '../../components/Fact.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Story } from '../../components/Story.tsx';
import { Tag } from '../../components/Tag.tsx';
import { nameAgencies } from '../../words/work.ts';
import { Proofs } from '../evidence/Proofs.tsx';
import { oneRecommendation } from './api.ts';
import { RecommendationActs } from './RecommendationActs.tsx';
import { sayAct, sayPaper, sayPercent, stateWords } from './say.ts';
import { stateOf } from './search.ts';

/** One recommendation: where it comes from, who carries it out by when, how far it is, what proves it, and its history. */
export function RecommendationSheet({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  return (
    <Sheet title="Kiến nghị" kind="large" isOpen={id !== undefined} onClose={onClose}>
      {id !== undefined && <Detail key={id} id={id} />}
    </Sheet>
  );
}

function Detail({ id }: { id: string }) {
  const query = useQuery(oneRecommendation(id));
  return (
    <Loaded query={query} label="Đang tải kiến nghị">
      {(detail) => (
        <>
          <Facts detail={detail} />
          <Proofs
            title="Tài liệu chứng minh"
            proves={{ of: 'recommendations', id }}
            pieces={detail.evidence}
            adds={detail.line.owns}
            today={detail.today}
          />
          <RecommendationActs detail={detail} />
          <Story {...detail} none="Chưa có báo cáo nào về việc thực hiện.">
            {({ act }) => <p className="pre">{sayAct(act)}</p>}
          </Story>
        </>
      )}
    </Loaded>
  );
}

function Facts({ detail: { line, agencies, recordedBy } }: { detail: RecommendationDetailView }) {
  const names = nameAgencies(agencies);
  const { tone, word } = stateWords[stateOf(line)];
  return (
    <>
      <div>
        <p className="work-tags">
          <Tag tone={tone}>{word}</Tag>
        </p>
        <p className="work-full pre prose">{line.text}</p>
      </div>
      <dl className="work-facts">
        <Fact name="Nguồn">
          {sourceWords[line.source]}
          <span className="role">{sayPaper(line.paper)}</span>
        </Fact>
        <Fact name="Đơn vị thực hiện">
          {line.heldBy && (
            <Link to="/don-vi/$id" params={{ id: line.heldBy }}>
              {names.get(line.heldBy)}
            </Link>
          )}
        </Fact>
        <Fact name="Thời hạn">
          {line.due && sayDay(line.due)}
          <span className="role">
            {line.closedOn ? `Hoàn thành ngày ${sayDay(line.closedOn)}, sau ${line.days} ngày` : `Đã ${line.days} ngày`}
          </span>
        </Fact>
        <Fact name="Mức độ hoàn thành">{sayPercent(line)}</Fact>
        <Fact name="Người ghi">{recordedBy}</Fact>
      </dl>
    </>
  );
}
