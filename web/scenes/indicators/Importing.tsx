import { useState } from 'react';
import { ImportSheet } from './ImportSheet.tsx';

/** The button that takes a file; what is in it is shown before anything is written. */
export function Importing({ indicatorId, month }: { indicatorId: string | null; month: string }) {
  const [file, setFile] = useState<File>();
  return (
    <>
      <label className="btn">
        Nhập từ Excel, CSV
        <input
          type="file"
          className="sr-only"
          accept=".xlsx,.csv,.txt"
          onChange={({ target }) => {
            setFile(target.files?.[0]);
            target.value = '';
          }}
        />
      </label>
      {file && (
        <ImportSheet
          key={`${file.name} ${file.size} ${file.lastModified}`}
          file={file}
          indicatorId={indicatorId}
          month={month}
          onClose={() => setFile(undefined)}
        />
      )}
    </>
  );
}
