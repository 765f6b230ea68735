import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import { isSpan } from '../../../src/report/round/spans.ts';
import type { ReportView, RoundDetailView } from '../../../src/report/views.ts';
import { Field } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';
import { nameAgencies } from '../../words/work.ts';
import { RemindForm } from '../follow/RemindForm.tsx';
import { today } from '../follow/useFollow.ts';
import { AddUnits } from './AddUnits.tsx';
import type { Which } from './api.ts';
import { ManyDuties } from './ManyDuties.tsx';
import { ActForm } from './ReportActs.tsx';
import { RoundActs, useRoundAct } from './RoundActs.tsx';
import { askedWords, sayReport } from './say.ts';

type Props = { detail: RoundDetailView; which: Which };

const groups = [
  { key: 'missing', title: 'Chưa gửi', of: (one: ReportView) => !sent(one) && one.excused === null },
  { key: 'sent', title: 'Đã gửi, chờ tiếp nhận', of: (one: ReportView) => one.status === 'sent' && !one.elsewhere },
  { key: 'received', title: 'Đã tiếp nhận', of: (one: ReportView) => one.status === 'received' || one.elsewhere },
  { key: 'excused', title: 'Được miễn', of: (one: ReportView) => one.excused !== null },
] as const;

const sent = ({ status, elsewhere }: ReportView): boolean => elsewhere || status === 'sent' || status === 'received';

/** Who reports for a round, by how far they are: the missing first. */
export function Reporters({ detail, which }: Props) {
  const reports = detail.reports.filter(({ asked }) => asked !== 'own-plan' && asked !== 'when-needed');
  const names = nameAgencies(detail.agencies);
  const excluded = new Map(detail.excluded.map(({ agencyId, reason }) => [agencyId, reason]));
  const missing = reports.filter((one) => one.asked === 'report' && one.excused === null && !sent(one));
  return (
    <>
      <div className="round-acts">
        {detail.keeps && !isSpan(which.round) && (
          <>
            <RoundActs detail={detail} which={which} />
            <AddUnits which={which} there={reports.map(({ agencyId }) => agencyId)} />
          </>
        )}
        <ManyDuties reports={missing.filter((one) => one.arranges)} names={names} which={which} />
      </div>
      {detail.keeps && missing.length > 0 && (
        <section className="card" aria-label="Đôn đốc">
          <p>
            Nhắc một lần {sayNumber(missing.length)} đơn vị trong danh sách “Chưa gửi” bên dưới: người phụ trách ở từng
            đơn vị nhận thông báo kèm hạn gửi và lời hướng dẫn này; đơn vị được miễn không bị nhắc.
          </p>
          <RemindForm chosen={missing.map(({ id }) => id)} behind={undefined} onDone={() => undefined} />
        </section>
      )}
      {groups.map(({ key, title, of }) => {
        const list = reports.filter(of);
        if (list.length === 0) return null;
        return (
          <section key={key} className="card" aria-labelledby={`reporters-${key}`}>
            <h2 id={`reporters-${key}`}>
              {title} ({list.length})
            </h2>
            <table className="register reporters">
              <thead className="sr-only">
                <tr>
                  <th scope="col">Đơn vị</th>
                  <th scope="col">Trạng thái</th>
                  <th scope="col">Tổng hợp</th>
                </tr>
              </thead>
              <tbody>
                {list.map((one) => (
                  <tr key={one.id}>
                    <td>
                      <Link to="/bao-cao/$id" params={{ id: one.id }} className="name">
                        {names.get(one.agencyId)}
                      </Link>
                      {one.asked === 'consolidated' && <small>{askedWords.consolidated}</small>}
                      {one.sentOn && (
                        <small>
                          gửi ngày {sayDay(one.sentOn)}, bản {one.version}
                        </small>
                      )}
                    </td>
                    <td>
                      <Tag tone={sayReport(one, today()).tone}>{sayReport(one, today()).word}</Tag>
                    </td>
                    <td>
                      {detail.keeps && one.asked === 'report' && sent(one) && (
                        <Counting agencyId={one.agencyId} reason={excluded.get(one.agencyId)} which={which} />
                      )}
                      {one.arranges && !sent(one) && <Duty report={one} />}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </>
  );
}

/** Whether a unit reports at all, and by when: from the round, without opening its report. */
function Duty({ report }: { report: ReportView }) {
  const [kind, setKind] = useState<'excuse' | 'restore' | 'move' | null>(null);
  const kinds = report.excused === null ? (['move', 'excuse'] as const) : (['restore'] as const);
  const words = { move: 'Dời hạn', excuse: 'Miễn', restore: 'Thôi miễn' };
  return (
    <>
      <span className="row">
        {kinds.map((one) => (
          <Button
            key={one}
            className="link"
            aria-expanded={one === kind}
            onPress={() => setKind(one === kind ? null : one)}
          >
            {words[one]}
          </Button>
        ))}
      </span>
      {kind && (
        <ActForm
          key={kind}
          kind={kind}
          id={report.id}
          onBefore={async () => true}
          sayMissing={null}
          onDone={() => setKind(null)}
        />
      )}
    </>
  );
}

/** Whether a report is counted in; leaving it out says why, and the sums print it. */
function Counting({ agencyId, reason, which }: { agencyId: string; reason: string | undefined; which: Which }) {
  const [typed, setTyped] = useState<string | null>(null);
  const acting = useRoundAct(which, () => setTyped(null));
  if (reason !== undefined)
    return (
      <>
        <small>Không tính vào tổng hợp: {reason}</small>
        <Button className="link" onPress={() => acting.mutate({ kind: 'include', agencyId })}>
          Tính lại
        </Button>
      </>
    );
  return (
    <>
      <Button className="link" aria-expanded={typed !== null} onPress={() => setTyped(typed === null ? '' : null)}>
        Không tính vào tổng hợp
      </Button>
      {typed !== null && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '') acting.mutate({ kind: 'exclude', agencyId, reason: typed });
          }}
        >
          <Field label="Lý do (được nêu trong báo cáo tổng hợp)">
            {(props) => (
              <input className="input" {...props} value={typed} onChange={({ target }) => setTyped(target.value)} />
            )}
          </Field>
          <Button className="btn small" type="submit" isDisabled={typed.trim() === ''}>
            Không tính
          </Button>
        </form>
      )}
      <Refusal error={acting.error} />
    </>
  );
}
