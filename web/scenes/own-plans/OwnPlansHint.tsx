import { Link } from '@tanstack/react-router';

/** The way from a plan that was given out to the plans its units make of it. */
export function OwnPlansHint({ plan }: { plan: string | undefined }) {
  return (
    <p className="pairs-hint">
      Đơn vị được giao việc soạn kế hoạch của mình từ kế hoạch này.{' '}
      <Link to="/ke-hoach-don-vi" search={plan ? { ke: plan } : {}}>
        Dự thảo kế hoạch của đơn vị
      </Link>
    </p>
  );
}
