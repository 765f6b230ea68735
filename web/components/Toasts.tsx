import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { dismiss, type Toast, toasts } from '../state/toasts.ts';
import { useCell } from '../state/use.ts';

/** Messages at the foot of the screen. The region stands from the start, or screen readers miss the first message. */
export function Toasts() {
  const shown = useCell(toasts);
  return (
    <section className="toasts" aria-label="Thông báo" aria-live="polite">
      {shown.map((toast) => (
        <ToastItem key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastItem({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  const { id, action, tone } = toast;
  useEffect(() => {
    // What went wrong stays until it has been read.
    if (held || tone === 'late') return;
    const timer = setTimeout(() => dismiss(id), action ? 12_000 : 7_000);
    return () => clearTimeout(timer);
  }, [held, id, action, tone]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it longer
    <div
      className="toast"
      data-tone={toast.tone}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {action && (
        <Button
          className="link"
          onPress={() => {
            action.run();
            dismiss(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <Button className="icon" aria-label="Đóng thông báo" onPress={() => dismiss(id)}>
        ✕
      </Button>
    </div>
  );
}
