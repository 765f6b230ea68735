import { useEffect, useRef, useState } from 'react';

/** A text filter kept in the address: typing stays immediate, the address follows when the hand rests. */
export function SearchBox({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const box = useRef<HTMLInputElement>(null);
  const send = useRef(onChange);
  send.current = onChange;
  useEffect(() => {
    if (document.activeElement !== box.current) setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => send.current(typed), 180);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <input
      ref={box}
      type="search"
      className="input filter-text"
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
