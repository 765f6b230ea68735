import { useEffect, useState } from 'react';

/** A division of the unit, chosen from what the directory knows or typed; handed over on leaving the box. */
export function DivisionField({
  id,
  list,
  value,
  readOnly,
  onCommit,
}: {
  id: string;
  list: string;
  value: string;
  readOnly: boolean;
  onCommit: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <input
      id={id}
      className="input"
      list={list}
      maxLength={300}
      placeholder="Chọn hoặc gõ tên bộ phận, cá nhân"
      readOnly={readOnly}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => typed.trim() !== value && onCommit(typed.trim())}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
