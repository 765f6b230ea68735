import { useEffect, useMemo, useRef, useState } from 'react';
import type { Box, Document } from '../../../../src/document/model.ts';
import type { FieldReading } from '../../../../src/plan/model.ts';
import { usePdf } from './pdf.ts';
import { findBoxes } from './places.ts';

/** Beside a doubtful field of a scan: the very place of the page it was read from. */
export function FieldCrop({ url, document, field }: { url: string; document: Document; field: FieldReading }) {
  const { cell } = field.source;
  const found = useMemo(() => {
    const boxes = cell === null ? [] : (findBoxes(document).get(cell) ?? []);
    return boxes.filter(({ page }) => document.layout?.[page - 1]?.scanned).map(widen);
  }, [document, cell]);
  if (found.length === 0) return null;
  return (
    <div className="crops">
      {found.map((box) => (
        <Crop key={`${box.page} ${box.y0}`} url={url} document={document} box={box} />
      ))}
    </div>
  );
}

/** A little more than the box, so that letters on its edge are whole. */
const widen = ({ page, x0, y0, x1, y1 }: Box): Box => ({
  page,
  x0: Math.max(0, x0 - 3),
  y0: Math.max(0, y0 - 2),
  x1: x1 + 3,
  y1: y1 + 2,
});

function Crop({ url, document, box }: { url: string; document: Document; box: Box }) {
  const pdf = usePdf(url, document.layout ?? []);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (pdf.state !== 'open' || !canvas.current) return;
    const drawing = pdf.pdf.drawBox(canvas.current, box, 1.4 * Math.min(2, devicePixelRatio));
    drawing.done.catch(() => setFailed(true));
    return drawing.stop;
  }, [pdf, box]);
  if (failed || pdf.state === 'failed') return null;
  return (
    <canvas
      ref={canvas}
      className="crop"
      style={{ width: `${(box.x1 - box.x0) * 1.4}px`, aspectRatio: `${box.x1 - box.x0} / ${box.y1 - box.y0}` }}
      role="img"
      aria-label={`Ảnh chụp chỗ đọc được, trang ${box.page}`}
    />
  );
}
