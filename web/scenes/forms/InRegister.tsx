import { Link } from '@tanstack/react-router';
import type { AnswerDetailView } from '../../../src/report/form/views.ts';

/** Figures of the form that are of indicators, and what the register of indicators has for them. */
export function InRegister({ detail: { register, answer } }: { detail: AnswerDetailView }) {
  if (register.length === 0) return null;
  return (
    <section className="card form-intro" aria-labelledby="form-register">
      <h2 id="form-register">Ghi vào chỉ tiêu</h2>
      <ul className="form-told">
        {register.map(({ name, indicatorId, indicator, period, states, there, said, same }) => (
          <li key={name}>
            <Link to="/chi-tieu/$id" params={{ id: indicatorId }}>
              {indicator}
            </Link>
            , {period}: {states}.{' '}
            <span className="muted">
              {same
                ? `Đã có trong sổ chỉ tiêu: ${said}.`
                : there === null
                  ? answer.status === 'received'
                    ? 'Sổ chỉ tiêu chưa có số này.'
                    : 'Được ghi khi phiếu được tiếp nhận.'
                  : `Sổ chỉ tiêu đang có ${there} (${said}).`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
