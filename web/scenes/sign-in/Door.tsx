import { type ReactNode, useEffect } from 'react';

/** The page before anybody is known: one card in the middle, no navigation. */
export function Door({ title, sub, children }: { title: string; sub?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Thang`;
  }, [title]);
  return (
    <main className="door" id="main">
      <p className="logo">
        <svg width="20" height="22" viewBox="0 0 20 22" aria-hidden="true">
          <path
            d="M4 1v20M16 1v20M4 6h12M4 11h12M4 16h12"
            stroke="currentColor"
            strokeWidth="2.4"
            strokeLinecap="round"
          />
        </svg>
        Thang
      </p>
      <div className="card door-card">
        <h1>{title}</h1>
        {sub && <p className="sub">{sub}</p>}
        {children}
      </div>
    </main>
  );
}
