import { useState } from 'react';
import type { Document } from '../../../src/document/model.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { usePhone } from '../../state/use.ts';
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
  const [zoom, setZoom] = useZoom();
  if (document.format !== 'pdf' || !document.layout) return <DocumentView document={document} {...rest} />;
  return (
    <div className="document-pane">
      <div className="look-bar">
        <fieldset className="look-switch">
          <legend className="sr-only">Cách xem văn bản</legend>
          <Look is="pages" look={look} onLook={setLook} words="Trang gốc" />
          <Look is="text" look={look} onLook={setLook} words="Chữ đọc được" />
        </fieldset>
        {look === 'pages' && <Zoom zoom={zoom} onZoom={setZoom} />}
      </div>
      {look === 'pages' ? (
        <PagesView url={url} document={document} zoom={zoom} {...rest} />
      ) : (
        <DocumentView document={document} {...rest} />
      )}
    </div>
  );
}

const zooms = [1, 1.5, 2, 3] as const;

/** A page is as wide as its pane; on a phone its letters would be too small for that. */
function useZoom(): [number, (zoom: number) => void] {
  const phone = usePhone();
  const [said, setSaid] = useState<number>();
  return [said ?? (phone ? 2 : 1), setSaid];
}

function Zoom({ zoom, onZoom }: { zoom: number; onZoom: (zoom: number) => void }) {
  const smaller = zooms.findLast((one) => one < zoom);
  const larger = zooms.find((one) => one > zoom);
  return (
    <fieldset className="pages-zoom">
      <legend className="sr-only">Cỡ trang</legend>
      <button
        type="button"
        className="icon"
        aria-label="Thu nhỏ trang"
        disabled={smaller === undefined}
        onClick={() => smaller && onZoom(smaller)}
      >
        −
      </button>
      <span className="role num" aria-live="polite">
        {sayNumber(zoom * 100)}%
      </span>
      <button
        type="button"
        className="icon"
        aria-label="Phóng to trang"
        disabled={larger === undefined}
        onClick={() => larger && onZoom(larger)}
      >
        +
      </button>
    </fieldset>
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
