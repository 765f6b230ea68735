import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';

/**
 * A text edited in place. It looks like text until it is pointed at, grows with what is typed, and hands over what was
 * typed when the hand rests, on leaving it, and when the page goes away, so that nothing typed is lost.
 */
export type EditTextProps = {
  value: string;
  onCommit: (value: string) => void;
  label: string;
  id?: string;
  placeholder?: string;
  /** a sentence that says what is wrong with what is typed, or nothing; wrong text is not handed over */
  check?: (typed: string) => string | undefined;
  /** one line, in which Enter leaves the box */
  single?: boolean;
  readOnly?: boolean;
  className?: string;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  ref?: Ref<HTMLTextAreaElement>;
};

const rest = 700;

export function EditText(props: EditTextProps) {
  const { value, label, id, placeholder, check, single, readOnly, className } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(props.ref, () => box.current as HTMLTextAreaElement);
  const commit = useCommit(typed, props);
  const shown = typed ?? value;
  const wrong = typed === null ? undefined : check?.(typed);
  useGrowing(box, shown);
  return (
    <>
      <textarea
        ref={box}
        id={id}
        rows={1}
        className={`field-control ${className ?? ''}`}
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
        placeholder={placeholder}
        readOnly={readOnly}
        value={shown}
        spellCheck={false}
        onChange={(event) => setTyped(single ? event.target.value.replace(/\n/g, ' ') : event.target.value)}
        onBlur={() => {
          commit();
          if (!wrong) setTyped(null);
        }}
        onKeyDown={(event) => {
          props.onKeyDown?.(event);
          if (single && event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {wrong && (
        <span className="form-error" role="alert">
          {wrong}
        </span>
      )}
    </>
  );
}

function useCommit(typed: string | null, props: EditTextProps): () => void {
  const latest = useRef({ typed, props });
  latest.current = { typed, props };
  const commit = useRef(() => {
    const { typed, props } = latest.current;
    if (typed !== null && typed !== props.value && !props.check?.(typed)) props.onCommit(typed);
  }).current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter starts the rest anew
  useEffect(() => {
    const timer = setTimeout(commit, rest);
    return () => clearTimeout(timer);
  }, [typed, commit]);
  useEffect(() => {
    window.addEventListener('pagehide', commit);
    return () => {
      window.removeEventListener('pagehide', commit);
      commit();
    };
  }, [commit]);
  return commit;
}

const growsItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** Firefox does not size a text box by its content: measure. */
function useGrowing(box: React.RefObject<HTMLTextAreaElement | null>, shown: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text decides the height
  useLayoutEffect(() => {
    const element = box.current;
    if (growsItself || !element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [shown, box]);
}
