import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sayNumber } from '../../src/kernel/number.ts';
import { currentSession, planList } from '../queries.ts';
import { askedExtensions, maySteer } from '../queries-follow.ts';
import { hasOwnWork, myWork } from '../queries-work.ts';
import { WaitingCount } from '../scenes/agencies/WaitingHint.tsx';
import { inspectionCount, seeSentence } from '../scenes/inspections/api.ts';
import { answerSentence, entryCount, maySentence } from '../scenes/oversight/api.ts';
import { useMay } from '../state/may.ts';

/** The places there are now; a number only where something waits. */
export function Navigation({ onGo }: { onGo?: () => void }) {
  const { data } = useQuery(planList({}));
  const { data: session } = useQuery(currentSession());
  const reviews = session?.may.includes('Cơ quan thường trực và đơn vị chủ trì rà soát được kế hoạch');
  const waiting = (reviews && data?.filter(({ status }) => status === 'draft').length) || 0;
  return (
    <nav className="nav" aria-label="Chính">
      <Link to="/ke-hoach" className="logo" onClick={onGo}>
        <svg width="20" height="22" viewBox="0 0 20 22" aria-hidden="true">
          <path
            d="M4 1v20M16 1v20M4 6h12M4 11h12M4 16h12"
            stroke="currentColor"
            strokeWidth="2.4"
            strokeLinecap="round"
          />
        </svg>
        Thang
      </Link>
      <ul className="nav-links">
        <li>
          <Link to="/viec-cua-toi" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Việc của tôi
            <MyWorkCount />
          </Link>
        </li>
        <li>
          <Link to="/ke-hoach" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Kế hoạch
            {waiting > 0 && (
              <span className="n">
                {waiting}
                <span className="sr-only"> kế hoạch chờ rà soát</span>
              </span>
            )}
          </Link>
        </li>
        <li>
          <Link to="/ke-hoach-don-vi" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Kế hoạch của đơn vị
          </Link>
        </li>
        <li>
          <Link to="/nhiem-vu" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Ma trận nhiệm vụ
          </Link>
        </li>
        <li>
          <Link to="/theo-doi" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Theo dõi
          </Link>
        </li>
        <li>
          <Link to="/giao-viec" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Việc đã giao
            <ExtensionCount />
          </Link>
        </li>
        <li>
          <Link to="/bao-cao" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Báo cáo
          </Link>
        </li>
        <li>
          <Link to="/phieu" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Phiếu số liệu
          </Link>
        </li>
        <li>
          <Link to="/chi-tieu" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Chỉ tiêu
          </Link>
        </li>
        <li>
          <Link to="/vuong-mac" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Vướng mắc
          </Link>
        </li>
        <li>
          <Link to="/giam-sat" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Giám sát
            <OversightCount />
          </Link>
        </li>
        <li>
          <Link to="/kiem-tra" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Kiểm tra
            <InspectionCount />
          </Link>
        </li>
        <li>
          <Link to="/kien-nghi" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Kiến nghị
          </Link>
        </li>
        <li>
          <Link to="/bieu-mau" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Biểu mẫu
          </Link>
        </li>
        <li>
          <Link to="/the-thuc" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Kiểm tra thể thức
          </Link>
        </li>
      </ul>
      <p className="nav-part" id="nav-part">
        Thiết lập
      </p>
      <ul className="nav-links" aria-labelledby="nav-part">
        <li>
          <Link to="/don-vi" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Đơn vị
            <WaitingCount />
          </Link>
        </li>
        <li>
          <Link to="/da-hoc" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Đã học
          </Link>
        </li>
        <li>
          <Link to="/lich-lam-viec" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
            Lịch làm việc
          </Link>
        </li>
        {session?.may.includes('Người quản trị quản lý được tài khoản và vai trò của cán bộ') && (
          <li>
            <Link to="/quan-tri/tai-khoan" onClick={onGo} activeProps={{ 'aria-current': 'page' }}>
              Tài khoản
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** Units that wait for my answer to the day they have asked for. */
function ExtensionCount() {
  const { data: session } = useQuery(currentSession());
  const { data } = useQuery({ ...askedExtensions(), enabled: maySteer(session) });
  if (!data || data.owed.length === 0) return null;
  return (
    <span className="n">
      {data.owed.length}
      <span className="sr-only"> đề nghị gia hạn chờ trả lời</span>
    </span>
  );
}

/** Recommendations my unit is to answer, and answers to what I recommended. */
function OversightCount() {
  const may = useMay();
  const { data } = useQuery({ ...entryCount(), enabled: may(maySentence) || may(answerSentence) });
  const waiting = data ? data.toAnswer + data.toJudge : 0;
  if (waiting === 0) return null;
  return (
    <span className="n">
      {waiting}
      <span className="sr-only"> ghi nhận giám sát chờ xử lý</span>
    </span>
  );
}

/** Findings my unit is to remedy, and remedies I am to look at. */
function InspectionCount() {
  const may = useMay();
  const { data } = useQuery({ ...inspectionCount(), enabled: may(seeSentence) });
  const waiting = data ? data.toRemedy + data.toCheck : 0;
  if (waiting === 0) return null;
  return (
    <span className="n">
      {waiting}
      <span className="sr-only"> tồn tại chờ xử lý</span>
    </span>
  );
}

/** What waits for me now: returned, late, or due this week. A reader of all units is waited for by none of it. */
function MyWorkCount() {
  const { data: session } = useQuery(currentSession());
  const own = hasOwnWork(session);
  const { data } = useQuery({ ...myWork(), enabled: own });
  // Who reads all units has these figures too, once they have opened the page.
  if (!own || !data) return null;
  const { returned, overdue, today, week } = data.counts;
  const waiting = returned + overdue + today + week;
  if (waiting === 0) return null;
  return (
    <span className="n">
      {sayNumber(waiting)}
      <span className="sr-only"> việc chờ làm</span>
    </span>
  );
}
