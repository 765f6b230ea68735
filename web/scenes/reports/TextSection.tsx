import { Button } from 'react-aria-components';
import type { GatheringView } from '../../../src/report/consolidated/views.ts';
import type { WholeField } from '../../../src/report/content/model.ts';
import { FoldBody, FoldHead } from './Fold.tsx';
import { textWords } from './say.ts';
import { TextParagraph } from './TextParagraph.tsx';
import { isLeft, type TextGroup } from './textGroups.ts';
import type { Folds } from './useFolds.ts';
import type { Draft } from './useReportDraft.ts';

export type TextProps = {
  view: GatheringView;
  draft: Draft;
  names: ReadonlyMap<string, string>;
  source: string | null;
};

type SectionProps = TextProps & {
  section: WholeField;
  groups: readonly TextGroup[];
  folds: Folds;
};

/** A section of the text; what stands under a heading of it folds away. */
export function TextSection({ section, groups, folds, ...props }: SectionProps) {
  const { view, draft } = props;
  const settled = groups.flatMap(({ paragraphs }) => paragraphs);
  const open = settled.filter(isLeft);
  const accept = () =>
    draft.writeAll(
      open.flatMap(({ key, text }) => [
        { place: { of: 'paragraph', key, field: 'standing' }, value: 'accepted' },
        { place: { of: 'paragraph', key, field: 'from' }, value: text },
      ]),
      `Đã chấp nhận ${open.length} đoạn.`,
    );
  if (!view.writable && settled.every(({ printed }) => printed === null)) return null;
  return (
    <section className="card text-section" aria-labelledby={`text-${section}`}>
      <header className="report-lines-head">
        <h2 id={`text-${section}`} tabIndex={-1}>
          {textWords[section].title}
        </h2>
        {view.writable && open.length > 0 && (
          <Button className="btn small" onPress={accept}>
            Chấp nhận {open.length} đoạn chưa xem
          </Button>
        )}
      </header>
      {groups.map((group) => (
        <Group key={group.id} group={group} folds={folds} {...props} />
      ))}
    </section>
  );
}

type GroupProps = TextProps & { group: TextGroup; folds: Folds };

function Group({ group, folds, view, draft, names, source }: GroupProps) {
  const { id, section, under, paragraphs, left, total } = group;
  const folded = folds.closed.has(id);
  return (
    <div className="text-group">
      {under !== null && (
        <h3 className="text-under" id={id} tabIndex={-1}>
          <FoldHead id={id} folded={folded} onFold={folds.fold}>
            {under}
          </FoldHead>{' '}
          {view.writable && (
            <small className="role">
              {left > 0 ? `còn ${left}/${total} đoạn chưa xem` : `${total} đoạn, đã xem hết`}
            </small>
          )}
        </h3>
      )}
      <FoldBody id={id} folded={folded} onFound={folds.open}>
        {paragraphs.map((one) => (
          <div
            key={one.key}
            {...(view.writable && isLeft(one) && { 'data-left': true, 'data-group': id, tabIndex: -1 })}
            className="text-one"
          >
            <TextParagraph
              one={one}
              writable={view.writable}
              hint={textWords[section].hint}
              names={names}
              cites={source !== null && one.sources.some(({ agencyId }) => agencyId === source)}
              by={view.fields.find(({ place }) => 'key' in place && place.key === one.key)?.by}
              write={draft.write}
            />
          </div>
        ))}
      </FoldBody>
    </div>
  );
}
