import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';

type HeadProps = { id: string; folded: boolean; onFold: (id: string) => void; children: ReactNode };

/** The name of a part that folds away, to press. */
export function FoldHead({ id, folded, onFold, children }: HeadProps) {
  return (
    <Button className="link" aria-expanded={!folded} aria-controls={bodyOf(id)} onPress={() => onFold(id)}>
      {folded ? '▸' : '▾'} {children}
    </Button>
  );
}

type BodyProps = {
  id: string;
  folded: boolean;
  onFound: (id: string) => void;
  className?: string;
  children: ReactNode;
};

/** What folds away. The browser's search looks into it all the same and opens it; a print shows it. */
export function FoldBody({ id, folded, onFound, className, children }: BodyProps) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = body.current;
    if (element === null) return;
    // React knows `hidden` as yes or no only.
    if (folded) element.setAttribute('hidden', 'until-found');
    else element.removeAttribute('hidden');
    const found = () => onFound(id);
    element.addEventListener('beforematch', found);
    return () => element.removeEventListener('beforematch', found);
  }, [folded, id, onFound]);
  return (
    <div id={bodyOf(id)} ref={body} className={className ? `fold-body ${className}` : 'fold-body'}>
      {children}
    </div>
  );
}

const bodyOf = (id: string): string => `${id}-noi-dung`;
