import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { addFiles, forget, uploads } from '../state/uploads.ts';
import { useCell } from '../state/use.ts';

/** Files dropped on any page become plans; one dropped alone opens its review when it has been read. */
export function DropAnywhere() {
  const over = useFileDrop();
  useFinishedUploads();
  useUploadGuard();
  if (!over) return null;
  return (
    <div className="drop-overlay" aria-hidden="true">
      <div>
        <strong>Thả tệp để tải lên</strong>
        <span>PDF (kể cả bản chụp), Word, Excel, trang web hoặc văn bản, tối đa 50 MB, nhiều tệp cùng lúc được</span>
      </div>
    </div>
  );
}

function useFileDrop(): boolean {
  const [over, setOver] = useState(false);
  const navigate = useNavigate();
  useEffect(() => {
    // Elements inside the page fire their own enter and leave: count them, or the overlay flickers.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const hold = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = 0;
      setOver(false);
      // A form that takes files of its own has taken them.
      if (event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      addFiles(files);
      void navigate({ to: '/ke-hoach' });
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragenter', enter, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('dragover', hold, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, [navigate]);
  return over;
}

/** Closing the page would stop files on their way: the browser asks first. A reading goes on without the page. */
function useUploadGuard(): void {
  const busy = useCell(uploads).some(({ phase, intake }) => phase !== 'done' && phase !== 'failed' && !intake);
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);
}

function useFinishedUploads(): void {
  const list = useCell(uploads);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { pathname } = useLocation();
  const finished = list.filter(({ phase }) => phase === 'done').length;
  useEffect(() => {
    // A second file of a plan changes that plan too.
    if (finished > 0) void client.invalidateQueries({ queryKey: ['plans'] });
  }, [finished, client]);
  const ready = list.find(({ phase, alone, view }) => phase === 'done' && alone && view);
  useEffect(() => {
    // Whoever went elsewhere meanwhile is not pulled away; the list of files still offers the review.
    if (!ready?.view || pathname !== '/ke-hoach') return;
    client.setQueryData(['plans', ready.view.plan.id], ready.view);
    forget(ready.id);
    void navigate({ to: '/ke-hoach/$id/ra-soat', params: { id: ready.view.plan.id } });
  }, [ready, pathname, client, navigate]);
}
