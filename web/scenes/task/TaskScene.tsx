import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { roles } from '../../../src/plan/model.ts';
import type { TaskDetail, TaskView } from '../../../src/plan/views.ts';
import { roleWords } from '../../../src/plan/words/roles.ts';
import { saySchedule } from '../../../src/plan/words/schedule.ts';
import { sayTarget } from '../../../src/plan/words/target.ts';
import { Fact } from '../../components/Fact.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/Notice.tsx';
import { Scene } from '../../components/Scene.tsx';
import { toProblem } from '../../problem.ts';
import { frameworks, oneTask } from '../../queries.ts';
import { findFramework, sayNode } from '../../words/framework.ts';
import { sayPlan } from '../../words/plan.ts';
import { TaskAssignments } from '../assignments/TaskAssignments.tsx';
import { History } from './History.tsx';

const route = getRouteApi('/nhiem-vu/$id');

/** Nhiệm vụ: one task of the matrix, where it comes from, and what has happened to it. */
export function TaskScene() {
  const { id } = route.useParams();
  const query = useQuery(oneTask(id));
  if (query.data) return <TaskPage key={id} detail={query.data} />;
  return (
    <Scene title="Nhiệm vụ" lead={<BackToMatrix />}>
      <div className="card">
        {query.error ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton lines={9} />}
      </div>
    </Scene>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (toProblem(error).status !== 404) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      title="Không có nhiệm vụ này trong ma trận"
      text="Kế hoạch của nhiệm vụ có thể đang được rà soát lại. Hãy tìm trong ma trận hoặc danh sách kế hoạch."
    >
      <Link to="/nhiem-vu" className="btn">
        Mở ma trận nhiệm vụ
      </Link>
    </EmptyState>
  );
}

const BackToMatrix = () => (
  <Link to="/nhiem-vu" className="back">
    ← Ma trận nhiệm vụ
  </Link>
);

function TaskPage({ detail }: { detail: TaskDetail }) {
  const { task, head, quote, history } = detail;
  const { sentence } = saySchedule(task.schedule);
  const agencies = new Set(roles.flatMap((role) => task[role])).size;
  return (
    <Scene
      title={`Nhiệm vụ ${task.order}`}
      lead={<BackToMatrix />}
      sub={[sayPlan(head), task.schedule ? sentence : task.time, `${agencies} cơ quan`].filter(Boolean).join(' · ')}
      actions={
        <Link
          className="btn primary"
          to="/ke-hoach/$id/ra-soat"
          params={{ id: task.planId }}
          search={{ thu: String(task.order) }}
        >
          Xem trong văn bản
        </Link>
      }
    >
      <div className="task-page">
        <div className="task-column">
          <article className="card task-main">
            <Place task={task} />
            <p className="task-full pre prose">{task.text}</p>
            <dl className="facts">
              <Fact name="Kết quả">{task.result && <span className="pre">{task.result}</span>}</Fact>
              {roles.map((role) => (
                <Fact key={role} name={roleWords[role]}>
                  {task[role].length > 0 && <Agencies names={task[role]} role={role} />}
                </Fact>
              ))}
              <Fact name="Thời gian">
                {(task.schedule || task.time) && (
                  <>
                    <ScheduleWords task={task} />
                    {task.time && <span className="role pre">Trong văn bản: “{task.time}”</span>}
                  </>
                )}
              </Fact>
              <Fact name="Chỉ tiêu">{task.targets.length > 0 && <Targets task={task} />}</Fact>
            </dl>
          </article>
          <TaskAssignments task={task} />
        </div>
        <aside className="task-side">
          <Passage task={task} quote={quote} title={head.title} />
          <section className="card side-card">
            <h2>Lịch sử</h2>
            <History entries={history} />
          </section>
        </aside>
      </div>
    </Scene>
  );
}

/** Index › dimension › sub-dimension. */
function Place({ task }: { task: TaskView }) {
  const { data } = useQuery(frameworks());
  const framework = findFramework(data ?? [], task.index, task.year);
  const parts = [
    task.index,
    task.dimension !== null && sayNode(framework, String(task.dimension)),
    ...(task.codes.length > 0 ? task.codes.map((code) => sayNode(framework, code)) : [task.component]),
  ].filter(Boolean);
  return <p className="muted">{parts.join(' › ') || 'Chưa gắn chỉ số'}</p>;
}

function Agencies({ names, role }: { names: readonly string[]; role: (typeof roles)[number] }) {
  const roleParam = { lead: 'chu-tri', implement: 'thuc-hien', cooperate: 'phoi-hop', monitor: 'theo-doi' } as const;
  return (
    <ul className="chip-list">
      {names.map((name) => (
        <li key={name}>
          <Link
            className="chip"
            to="/nhiem-vu"
            search={{ 'co-quan': name, 'vai-tro': roleParam[role] }}
            title={`Các nhiệm vụ ${name} ${roleWords[role].toLocaleLowerCase('vi')}`}
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function ScheduleWords({ task }: { task: TaskView }) {
  const { schedule } = task;
  if (schedule?.kind !== 'several') {
    const { sentence, days } = saySchedule(schedule);
    const range = schedule?.kind === 'window' && !sentence.startsWith('Từ') ? ` (${days.join(' đến ')})` : '';
    return <span>{sentence + range}</span>;
  }
  return (
    <ul className="lines">
      {schedule.parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
        <li key={at}>{saySchedule(part).sentence}</li>
      ))}
    </ul>
  );
}

function Targets({ task }: { task: TaskView }) {
  return (
    <ul className="lines">
      {task.targets.map((target) => (
        <li key={target.quote + target.value}>
          {sayTarget(target)} <span className="role">“{target.quote}”</span>
        </li>
      ))}
    </ul>
  );
}

function Passage({ task, quote, title }: { task: TaskView; quote: readonly string[]; title: string | null }) {
  const { page, table, row, line } = task.source;
  const place = [
    page && `trang ${page}`,
    table && `bảng ${table}`,
    row && `dòng ${row}`,
    !table && line && `dòng ${line}`,
  ];
  return (
    <section className="card side-card">
      <h2>Trong văn bản</h2>
      {title && <p className="role">{title}</p>}
      {quote.length === 0 && <p className="muted">Nhiệm vụ do cán bộ thêm, không có trong văn bản.</p>}
      <blockquote className="passage">
        {quote.map((piece, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one passage never move
          <p key={at} className="pre">
            {piece}
          </p>
        ))}
      </blockquote>
      <p className="role">{place.filter(Boolean).join(', ')}</p>
      <Link to="/ke-hoach/$id/ra-soat" params={{ id: task.planId }} search={{ thu: String(task.order) }}>
        Mở đúng chỗ này trong văn bản
      </Link>
    </section>
  );
}
