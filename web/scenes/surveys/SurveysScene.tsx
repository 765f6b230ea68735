import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { SurveyLine, SurveysView } from '../../../src/survey/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { Tag } from '../../components/Tag.tsx';
import { sayMoment } from '../../words/time.ts';
import { AddSurvey } from './AddSurvey.tsx';
import { surveyList } from './api.ts';

/** Khảo sát: a province's surveys, each with what was asked and whether estimates can be made of it. */
export function SurveysScene() {
  const query = useQuery(surveyList());
  return (
    <Scene
      title="Khảo sát và ước lượng"
      sub={query.data && query.data.surveys.length > 0 && saySummary(query.data)}
      actions={query.data?.manages && <Adding />}
    >
      <Loaded query={query} label="Đang tải các khảo sát">
        {(all) => <List all={all} />}
      </Loaded>
    </Scene>
  );
}

function Adding() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="btn primary" onPress={() => setOpen(true)}>
        Nhập khảo sát
      </Button>
      {open && <AddSurvey onClose={() => setOpen(false)} />}
    </>
  );
}

function saySummary({ surveys }: SurveysView): string {
  const waiting = surveys.filter(({ declared }) => !declared).length;
  return `${sayNumber(surveys.length)} khảo sát, ${sayNumber(
    surveys.reduce((sum, { rows }) => sum + rows, 0),
  )} người trả lời${waiting > 0 ? `; ${sayNumber(waiting)} khảo sát chưa khai thiết kế mẫu` : ''}.`;
}

function List({ all: { surveys, manages } }: { all: SurveysView }) {
  if (surveys.length === 0)
    return (
      <div className="card">
        <EmptyState
          title="Chưa có khảo sát nào"
          text={
            manages
              ? 'Bấm “Nhập khảo sát” để đưa vào tệp câu trả lời (CSV, Excel, Parquet, SPSS). Phần mềm tính ước lượng với khoảng tin cậy theo đúng cách chọn mẫu; câu trả lời của từng người không bao giờ hiện ra.'
              : 'Khi cơ quan thường trực nhập khảo sát, các ước lượng hiện ở đây.'
          }
        />
      </div>
    );
  return (
    <div className="card">
      <table className="register">
        <thead>
          <tr>
            <th scope="col">Khảo sát</th>
            <th scope="col">Cơ quan</th>
            <th scope="col">Người trả lời</th>
            <th scope="col">Thiết kế mẫu</th>
            <th scope="col">Kết quả đã lưu</th>
          </tr>
        </thead>
        <tbody>
          {surveys.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ one }: { one: SurveyLine }) {
  return (
    <tr>
      <td>
        <Link to="/khao-sat/$id" params={{ id: one.id }} className="name">
          {one.title}
        </Link>
        <small>
          Năm {one.year}; {one.addedBy} nhập {sayMoment(one.addedAt)}
        </small>
      </td>
      <td data-word="Cơ quan:">{one.agency ?? 'Chưa nêu'}</td>
      <td data-word="Người trả lời:">
        {sayNumber(one.rows)}
        <small>{sayNumber(one.columns)} cột</small>
      </td>
      <td>{one.declared ? <Tag tone="ok">Đã khai</Tag> : <Tag tone="due">Chưa khai</Tag>}</td>
      <td data-word="Đã lưu:">{sayNumber(one.runs)}</td>
    </tr>
  );
}
