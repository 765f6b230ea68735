import type { Document } from '../../../src/document/model.ts';
import type { Reading } from '../../../src/plan/model.ts';

/** What the reader wants an officer to know about the whole document. */
export function Warnings({ reading, document }: { reading: Reading; document: Document }) {
  const messages = [...new Set([...reading.warnings, ...document.warnings].map(({ message }) => message))];
  if (messages.length === 0) return null;
  return (
    <details className="warnings">
      <summary>
        <span className="tag due">
          <span aria-hidden="true">◐</span> {messages.length} lưu ý khi đọc văn bản
        </span>
      </summary>
      <ul>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </details>
  );
}
