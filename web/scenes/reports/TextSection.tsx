import { Button } from 'react-aria-components';
import type { GatheringView } from '../../../src/report/consolidated/views.ts';
import type { WholeField } from '../../../src/report/content/model.ts';
import { textWords } from './say.ts';
import { TextParagraph } from './TextParagraph.tsx';
import { isLeft, type TextGroup } from './textGroups.ts';
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
  closed: ReadonlySet<string>;
  onFold: (id: string) => void;
};

/** A section of the text; what stands under a heading of it folds away. */
export function TextSection({ section, groups, closed, onFold, ...props }: SectionProps) {
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
        <Group key={group.id} group={group} folded={closed.has(group.id)} onFold={onFold} {...props} />
      ))}
    </section>
  );
}

type GroupProps = TextProps & { group: TextGroup; folded: boolean; onFold: (id: string) => void };

function Group({ group, folded, onFold, view, draft, names, source }: GroupProps) {
  const { id, section, under, paragraphs, left, total } = group;
  return (
    <div className="text-group">
      {under !== null && (
        <h3 className="text-under" id={id} tabIndex={-1}>
          <Button className="link" aria-expanded={!folded} aria-controls={`${id}-noi-dung`} onPress={() => onFold(id)}>
            {folded ? '▸' : '▾'} {under}
          </Button>{' '}
          {view.writable && (
            <small className="role">
              {left > 0 ? `còn ${left}/${total} đoạn chưa xem` : `${total} đoạn, đã xem hết`}
            </small>
          )}
        </h3>
      )}
      <div id={`${id}-noi-dung`} className={folded ? 'text-folded' : undefined}>
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
      </div>
    </div>
  );
}
