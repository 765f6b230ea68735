import { useState } from 'react';
import type { Document } from '../../../src/document/model.ts';
import { DocumentView } from './DocumentView.tsx';
import type { TaskPlaces } from './link.ts';
import { PagesView } from './pages/PagesView.tsx';

type Props = {
  /** where the file itself is */
  url: string;
  document: Document;
  places: TaskPlaces;
  links: ReadonlyMap<string, string>;
  /** false while another pane stands in front of it on a phone */
  shown: boolean;
  onChoose: (task: string) => void;
};

/** The left side of the desk. A file with pages is shown as it looks; what was read of it is one press away. */
export function DocumentPane({ url, document, ...rest }: Props) {
  const [look, setLook] = useState<'pages' | 'text'>('pages');
  if (document.format !== 'pdf' || !document.layout) return <DocumentView document={document} {...rest} />;
  return (
    <div className="document-pane">
      <fieldset className="look-switch">
        <legend className="sr-only">Cách xem văn bản</legend>
        <Look is="pages" look={look} onLook={setLook} words="Trang gốc" />
        <Look is="text" look={look} onLook={setLook} words="Chữ đọc được" />
      </fieldset>
      {look === 'pages' ? (
        <PagesView url={url} document={document} {...rest} />
      ) : (
        <DocumentView document={document} {...rest} />
      )}
    </div>
  );
}

function Look<L extends string>({
  is,
  look,
  onLook,
  words,
}: {
  is: L;
  look: L;
  onLook: (look: L) => void;
  words: string;
}) {
  return (
    <button
      type="button"
      className={is === look ? 'chip on' : 'chip'}
      aria-pressed={is === look}
      onClick={() => onLook(is)}
    >
      {words}
    </button>
  );
}
