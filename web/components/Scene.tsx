import { type ReactNode, useEffect, useRef } from 'react';

/** A page: its title is also the window's, and takes the focus when the page is opened, so that it is read aloud. */
export function Scene({
  title,
  lead,
  sub,
  actions,
  children,
  wide,
}: {
  title: string;
  /** a line above the title, e.g. the way back */
  lead?: ReactNode;
  /** the sentence with the figures a leader would read aloud */
  sub?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** the page fills the window and scrolls in its own panes */
  wide?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Thang`;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body || routed)
      heading.current?.focus({ preventScroll: true });
    routed = true;
  }, []);
  return (
    <main className={wide ? 'scene wide' : 'scene'} id="main">
      <header className="head">
        <div className="head-text">
          {lead && <div className="head-lead">{lead}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {sub && <p className="sub">{sub}</p>}
        </div>
        {actions && <div className="head-actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}

/** Where the focus goes when what had it is gone: the keyboard goes on from the top of the page, not from nowhere. */
export const focusHeading = (): void => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });

/** False until the first page has been shown: a fresh load leaves the focus at the top of the document. */
let routed = false;
