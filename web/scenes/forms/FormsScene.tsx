import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayDay } from '../../../src/kernel/plain-date.ts';
import type { AnswersView, AnswerView, FormsView } from '../../../src/report/form/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useMay } from '../../state/may.ts';
import { sayMoment } from '../../words/time.ts';
import { nameAgencies } from '../../words/work.ts';
import { today } from '../follow/useFollow.ts';
import { allForms, designSentence, myAnswers } from './api.ts';
import { NewForm } from './NewForm.tsx';
import { sayAnswerState, sayRound } from './say.ts';
import type { ShownForms } from './search.ts';

const route = getRouteApi('/phieu');

/** Phiếu số liệu: what my unit is to answer, what was sent to others, and the forms. */
export function FormsScene() {
  const { xem } = route.useSearch();
  const designs = useMay()(designSentence);
  const mine = useQuery(myAnswers());
  const forms = useQuery({ ...allForms(), enabled: designs });
  const [open, setOpen] = useState(false);
  const tabs = [
    { key: 'tra-loi' as const, label: 'Đơn vị tôi trả lời' },
    ...(designs
      ? [
          { key: 'da-gui' as const, label: 'Đã gửi đơn vị khác' },
          { key: 'mau' as const, label: 'Mẫu phiếu' },
        ]
      : []),
  ];
  const shown = designs ? (xem ?? firstWithSomething(mine.data, forms.data)) : 'tra-loi';
  return (
    <Scene
      title="Phiếu số liệu"
      sub={mine.data && saySummary(mine.data.answers)}
      actions={
        designs && (
          <Button className="btn primary" onPress={() => setOpen(true)}>
            Lập phiếu
          </Button>
        )
      }
    >
      <nav className="tabs" aria-label="Xem">
        {tabs.map(({ key, label }) => (
          <Link
            key={key}
            to="/phieu"
            search={{ xem: key }}
            className={shown === key ? 'tab on' : 'tab'}
            aria-current={shown === key ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      {shown === 'tra-loi' && (
        <Loaded query={mine} label="Đang tải phiếu phải trả lời">
          {(all) => <Mine all={all} designs={designs} />}
        </Loaded>
      )}
      {shown === 'da-gui' && (
        <Loaded query={forms} label="Đang tải phiếu đã gửi">
          {(all) => <Sendings all={all} />}
        </Loaded>
      )}
      {shown === 'mau' && (
        <Loaded query={forms} label="Đang tải mẫu phiếu">
          {(all) => <Forms all={all} />}
        </Loaded>
      )}
      <Sheet title="Lập phiếu số liệu" kind="large" isOpen={open} onClose={() => setOpen(false)}>
        <NewForm forms={forms.data?.forms ?? []} />
      </Sheet>
    </Scene>
  );
}

/** Whoever only asks others has nothing to fill in: what they sent is what they come for. Undefined until it is known. */
function firstWithSomething(mine: AnswersView | undefined, forms: FormsView | undefined): ShownForms | undefined {
  if (mine === undefined || forms === undefined) return undefined;
  if (mine.answers.some(waits) || forms.sendings.length + forms.forms.length === 0) return 'tra-loi';
  return forms.sendings.length > 0 ? 'da-gui' : mine.answers.length > 0 ? 'tra-loi' : 'mau';
}

const waits = ({ status, elsewhere }: AnswerView): boolean =>
  !elsewhere && (status === 'writing' || status === 'returned' || status === 'submitted');

function saySummary(answers: readonly AnswerView[]): string {
  const open = answers.filter(waits);
  const late = open.filter((one) => one.late > 0).length;
  const next = open.find((one) => one.late === 0 && one.due !== null);
  if (open.length === 0) return 'Đơn vị không còn phiếu nào phải trả lời.';
  const parts = [
    `${open.length} phiếu phải trả lời`,
    late > 0 && `${late} trễ hạn`,
    next?.due && `hạn gần nhất ${sayDay(next.due)}`,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

function Mine({ all, designs }: { all: AnswersView; designs: boolean }) {
  if (all.answers.length === 0)
    return (
      <div className="card">
        <EmptyState
          title="Chưa có phiếu nào gửi đến đơn vị"
          text={
            designs
              ? 'Phiếu đơn vị khác gửi đến hiện ở đây và ở “Việc của tôi”. Muốn lấy số liệu của các đơn vị khác, chọn “Lập phiếu”.'
              : 'Khi cơ quan chủ trì gửi phiếu số liệu, phiếu hiện ở đây và ở “Việc của tôi” với hạn trả lời.'
          }
        />
      </div>
    );
  const names = nameAgencies(all.agencies);
  const several = new Set(all.answers.map(({ agencyId }) => agencyId)).size > 1;
  const ordered = [...all.answers.filter(waits), ...all.answers.filter((one) => !waits(one)).reverse()];
  return (
    <div className="card">
      <table className="register reports">
        <thead>
          <tr>
            <th scope="col">Phiếu</th>
            <th scope="col">Nơi gửi</th>
            <th scope="col">Hạn</th>
            <th scope="col">Trạng thái</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to="/phieu/$id" params={{ id: one.id }} className="name">
                  {one.title}
                </Link>
                <small>
                  {one.label}
                  {several && `; ${names.get(one.agencyId)}`}
                </small>
              </td>
              <td>{names.get(one.ownerId)}</td>
              <td data-word="Hạn:">
                {one.due ? sayDay(one.due) : 'chưa có'}
                {one.moved && <small>{one.moved}</small>}
              </td>
              <td>
                <Tag tone={sayAnswerState(one, today()).tone}>{sayAnswerState(one, today()).word}</Tag>
                {waits(one) && one.writes && (
                  <small>
                    <Link to="/phieu/$id" params={{ id: one.id }}>
                      {one.begun ? 'Nhập tiếp' : 'Trả lời phiếu'}
                    </Link>
                  </small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sendings({ all }: { all: FormsView }) {
  const names = nameAgencies(all.agencies);
  if (all.sendings.length === 0)
    return (
      <div className="card">
        <EmptyState
          title="Chưa gửi phiếu nào"
          text="Lập phiếu từ mẫu có sẵn hoặc từ tệp XLSForm, rồi gửi cho các đơn vị kèm hạn. Số liệu các đơn vị gửi về được cộng ngay tại đây."
        />
      </div>
    );
  return (
    <div className="card">
      <table className="register reports">
        <thead>
          <tr>
            <th scope="col">Phiếu đã gửi</th>
            <th scope="col">Kỳ</th>
            <th scope="col">Trả lời</th>
          </tr>
        </thead>
        <tbody>
          {all.sendings.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to="/phieu/da-gui/$id" params={{ id: one.id }} className="name">
                  {one.title}
                </Link>
                <small>
                  {names.get(one.ownerId)}, {one.by} gửi {sayMoment(one.at)}
                </small>
              </td>
              <td data-word="Kỳ:">{one.rounds.length === 1 ? one.rounds[0]?.label : `${one.rounds.length} kỳ`}</td>
              <td>
                {one.rounds.map((round) => (
                  <p key={round.round} className="form-round">
                    <Link to="/phieu/da-gui/$id" params={{ id: one.id }} search={{ ky: round.round }}>
                      {one.rounds.length > 1 && `${round.label}: `}
                      {sayRound(round)}
                    </Link>
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Forms({ all }: { all: FormsView }) {
  const names = nameAgencies(all.agencies);
  if (all.forms.length === 0)
    return (
      <div className="card">
        <EmptyState
          title="Đơn vị chưa có mẫu phiếu nào"
          text="Chọn “Lập phiếu”: có sẵn mẫu cho bảo hiểm y tế, hồ sơ thủ tục hành chính, số hóa, tiếp công dân, hòa giải, hộ nghèo, cấp Giấy chứng nhận, công khai."
        />
      </div>
    );
  return (
    <div className="card">
      <table className="register reports">
        <thead>
          <tr>
            <th scope="col">Mẫu phiếu</th>
            <th scope="col">Đơn vị</th>
            <th scope="col">Đã gửi</th>
          </tr>
        </thead>
        <tbody>
          {all.forms.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to="/phieu/mau/$id" params={{ id: one.id }} className="name">
                  {one.title}
                </Link>
                <small>
                  {one.changedBy} sửa {sayMoment(one.changedAt)}
                </small>
              </td>
              <td>{names.get(one.agencyId)}</td>
              <td data-word="Đã gửi:">{one.sendings === 0 ? 'chưa gửi' : `${one.sendings} lần`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
