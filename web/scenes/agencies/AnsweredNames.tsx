import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayMomentInVietnam } from '../../../src/kernel/plain-date.ts';
import type { AgencyTree, AnsweredName } from '../../../src/place/views.ts';
import { NameChoice } from './NameChoice.tsx';
import { type Meaning, useNameAnswer } from './useNameAnswer.ts';

/** What was answered, by issuer: seen, changed, taken back. */
export function AnsweredNames({
  names,
  tree,
  may,
}: {
  names: readonly AnsweredName[];
  tree: AgencyTree;
  may: boolean;
}) {
  if (names.length === 0) return null;
  const byIssuer = Map.groupBy(names, ({ issuer }) => issuer);
  return (
    <section className="answered-names" aria-label="Tên đã trả lời">
      <h2>Đã trả lời</h2>
      {[...byIssuer].map(([issuer, own]) => (
        <div key={issuer} className="card panel">
          <h3>{issuer}</h3>
          <ul className="answered-list">
            {own.map((name) => (
              <AnsweredItem key={name.printed} name={name} tree={tree} may={may} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function AnsweredItem({ name, tree, may }: { name: AnsweredName; tree: AgencyTree; may: boolean }) {
  const meaning = name.meaning as NonNullable<Meaning>;
  const [open, setOpen] = useState(false);
  const answer = useNameAnswer(name, meaning);
  return (
    <li>
      <p>
        “{name.printed}” → {name.means.join('; ')}
      </p>
      <p className="muted">
        {name.by}, {sayMomentInVietnam(new Date(name.at))}
      </p>
      {may && (
        <div className="row">
          <Button className="btn small" aria-expanded={open} onPress={() => setOpen(!open)}>
            Sửa câu trả lời
          </Button>
          <Button className="btn small" isDisabled={answer.isPending} onPress={() => answer.mutate(null)}>
            Bỏ câu trả lời
          </Button>
        </div>
      )}
      {open && (
        <NameChoice
          issuerId={name.issuerId}
          tree={tree}
          chosen={meaning.to === 'agencies' ? meaning.agencyIds : []}
          isPending={answer.isPending}
          onAnswer={(said) => answer.mutate(said, { onSuccess: () => setOpen(false) })}
        />
      )}
    </li>
  );
}
