import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';

/** What can be done about one thing as a row of buttons, and below it the form of the one that was chosen. */
export function ActChoice<K extends string>({
  kinds,
  words,
  leads = false,
  children,
}: {
  kinds: readonly K[];
  words: Readonly<Record<K, { button: string }>>;
  /** the first is what is done next: the primary button until one is chosen */
  leads?: boolean;
  children: (kind: K, onDone: () => void) => ReactNode;
}) {
  const [kind, setKind] = useState<K | null>(null);
  if (kinds.length === 0) return null;
  return (
    <section className="work-forms" aria-label="Xử lý">
      <div className="row">
        {kinds.map((one, at) => (
          <Button
            key={one}
            className={one === kind ? 'btn on' : leads && at === 0 && kind === null ? 'btn primary' : 'btn'}
            aria-expanded={one === kind}
            onPress={() => setKind(one === kind ? null : one)}
          >
            {words[one].button}
          </Button>
        ))}
      </div>
      {kind && kinds.includes(kind) && children(kind, () => setKind(null))}
    </section>
  );
}
