import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { newId } from '../../../src/kernel/ids.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { EstimateRequest } from '../../../src/survey/model.ts';
import type { SurveyView } from '../../../src/survey/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState, ErrorState } from '../../components/Notice.tsx';
import { sayMoment } from '../../words/time.ts';
import { Asking } from './Asking.tsx';
import { estimates, oneRun, surveyApi } from './api.ts';
import { readAsk, writeAsk } from './ask.ts';
import { Exports, KeptExports, SaveRun } from './Exports.tsx';
import { Result } from './Result.tsx';

const route = getRouteApi('/khao-sat/$id');

/** What is asked on one side, what came out on the other; opened without a question, the latest kept result is shown. */
export function EstimatePanel({ survey }: { survey: SurveyView }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asked = readAsk(search, survey.variables);
  const kept = search.lan ?? (asked.of.length === 0 ? survey.saved[0]?.id : undefined);
  const run = useQuery({ ...oneRun(survey.id, kept ?? ''), enabled: kept !== undefined });
  const begun = asked.of.length > 0 ? asked : run.data?.request;
  return (
    <div className="survey-page">
      <Asking survey={survey} begun={begun} onAsk={(request) => void navigate({ search: writeAsk(request) })} />
      {kept !== undefined ? (
        <Loaded query={run} label="Đang tải kết quả đã lưu">
          {(one) => (
            <Result survey={survey} found={one} asked={one.request} title={one.title}>
              <KeptExports survey={survey} run={one.id} />
              <p className="muted survey-kept">
                Kết quả “{one.title}” do {one.by} lưu {sayMoment(one.at)}
                {one.stale && '; từ điển hoặc thiết kế mẫu đã sửa sau đó, bấm “Tính ước lượng” để tính lại'}.
              </p>
            </Result>
          )}
        </Loaded>
      ) : asked.of.length > 0 ? (
        <Live survey={survey} asked={asked} />
      ) : (
        <div className="card">
          <EmptyState
            title="Chưa chọn chỉ tiêu"
            text="Tìm câu hỏi theo nội dung, chọn cách tính và cách phân tổ, rồi bấm “Tính ước lượng”."
          />
        </div>
      )}
    </div>
  );
}

function Live({ survey, asked }: { survey: SurveyView; asked: EstimateRequest }) {
  const [told] = useState(() => newId());
  const client = useQueryClient();
  const options = estimates(survey.id, survey.rev, asked, told);
  const query = useQuery(options);
  if (query.data)
    return (
      <Result survey={survey} found={query.data} asked={asked} title="Các chỉ tiêu đã chọn">
        <Exports survey={survey} asked={asked} />
        {survey.manages && <SaveRun survey={survey} asked={asked} />}
      </Result>
    );
  if (query.isFetching)
    return <Running told={told} onStop={() => void client.cancelQueries({ queryKey: options.queryKey })} />;
  return (
    <div className="card">
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <EmptyState title="Đã dừng tính" text="Chưa có gì bị mất. Sửa câu hỏi rồi tính lại, hoặc tính tiếp như cũ.">
          <Button className="btn" onPress={() => void query.refetch()}>
            Tính lại
          </Button>
        </EmptyState>
      )}
    </div>
  );
}

/** How long it has taken and how far it is, once it takes longer than a moment. */
function Running({ told, onStop }: { told: string; onStop: () => void }) {
  const [seconds, setSeconds] = useState(0);
  const [share, setShare] = useState<number | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    const timer = setInterval(() => {
      setSeconds((now) => now + 1);
      surveyApi.progress(told, gone.signal).then(
        (answer) => setShare(answer.share),
        () => undefined,
      );
    }, 1_000);
    return () => {
      clearInterval(timer);
      gone.abort();
    };
  }, [told]);
  return (
    <div className="card survey-running">
      <ProgressBar
        aria-label="Đang tính ước lượng"
        {...(share === null ? { isIndeterminate: true } : { value: 100 * share })}
      >
        {() => (
          <>
            <span>Đang tính ước lượng{seconds > 0 && `, ${sayNumber(seconds)} giây`}</span>
            <progress max={1} {...(share !== null && { value: share })} />
          </>
        )}
      </ProgressBar>
      <Button className="btn" onPress={onStop}>
        Dừng
      </Button>
    </div>
  );
}
