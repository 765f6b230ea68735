import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { MyWorkView } from '../../../src/assignment/views.ts';
import { sayNumber } from '../../../src/kernel/number.ts';
import { currentSession } from '../../queries.ts';
import { doers, holdsFor } from '../../state/reach.ts';
import { nameAgencies } from '../../words/work.ts';
import { usePrinting } from '../matrix/usePrinting.ts';
import { BulkBar } from './BulkBar.tsx';
import type { Line, Section } from './layout.ts';
import type { ChangeSearch, MyWorkSearch } from './search.ts';
import { useActs } from './useActs.ts';
import { useLeads } from './useLeads.ts';
import { WorkCard } from './WorkCard.tsx';
import { bucketWords } from './WorkFilters.tsx';

type Props = { work: MyWorkView; sections: readonly Section[]; search: MyWorkSearch; change: ChangeSearch };

/** How many cards a section shows at first: a commune may owe hundreds of days in a year. */
const firstCards = 20;

/** Cards by urgency and component, with a choice of several at once. */
export function WorkList({ work, sections, change }: Props) {
  const { data: session } = useQuery(currentSession());
  const acts = useActs();
  const leads = useLeads(work.items);
  const names = useMemo(() => nameAgencies(work.agencies), [work.agencies]);
  const may = (line: Line) => holdsFor(session, doers, line.owed.agencyId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const lines = sections.flatMap(({ groups }) => groups.flatMap((group) => group.lines));
  const selected = lines.flatMap(daysOf).filter(({ owed }) => chosen.has(owed.id));
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((now) => new Set([...[...now].filter((id) => !ids.includes(id)), ...(on ? ids : [])]));
  const last = useRef('');
  const chooseCard = (line: Line, on: boolean, upTo: boolean) => {
    const at = lines.indexOf(line);
    const before = upTo ? lines.findIndex(({ owed }) => owed.id === last.current) : -1;
    const from = before < 0 ? at : Math.min(at, before);
    const to = Math.max(at, before);
    last.current = line.owed.id;
    choose(lines.slice(from, to + 1).flatMap(idsOf), on);
  };
  const card = (line: Line) => (
    <WorkCard
      key={line.owed.id}
      line={line}
      today={work.today}
      leads={leads.get(line.item.id) ?? []}
      unit={work.agencies.length > 1 ? names.get(line.owed.agencyId) : undefined}
      may={may(line)}
      chosen={idsOf(line).every((id) => chosen.has(id))}
      onChoose={(on, upTo) => chooseCard(line, on, upTo)}
      acts={acts}
      open={(lam, id = line.owed.id) => change({ viec: id, lam })}
    />
  );
  return (
    <div className={selected.length > 0 ? 'work-sections choosing' : 'work-sections'}>
      {sections.map((section) => (
        <WorkSection key={section.bucket} {...{ section, chosen, choose, card, may }} />
      ))}
      {selected.length > 0 && (
        <BulkBar lines={selected} today={work.today} acts={acts} onClear={() => setChosen(new Set())} />
      )}
    </div>
  );
}

type SectionProps = {
  section: Section;
  chosen: ReadonlySet<string>;
  choose: (ids: readonly string[], on: boolean) => void;
  card: (line: Line) => React.ReactNode;
  /** whether the work of a line is mine to do */
  may: (line: Line) => boolean;
};

function WorkSection({ section, chosen, choose, card, may }: SectionProps) {
  const [all, setAll] = useState(false);
  const { bucket, groups, count } = section;
  const { word, shape } = bucketWords[bucket];
  const printing = usePrinting();
  const shown = all || printing ? groups : firstOf(groups);
  const hidden = sum(groups) - sum(shown);
  return (
    <section className="work-section" aria-labelledby={`work-${bucket}`}>
      <h2 id={`work-${bucket}`}>
        <span aria-hidden="true" className={`shape ${bucket}`}>
          {shape}
        </span>{' '}
        {word} <span className="muted num">({sayNumber(count)})</span>
      </h2>
      {shown.map(({ name, lines }) => (
        <div key={name} className="work-group">
          <GroupHead {...{ name, lines, chosen, choose }} many={lines.length > 1 && lines.every(may)} />
          <ul className="work-cards">{lines.map(card)}</ul>
        </div>
      ))}
      {hidden > 0 && (
        <Button className="btn" onPress={() => setAll(true)}>
          Hiện thêm {sayNumber(hidden)} việc
        </Button>
      )}
    </section>
  );
}

/** Each day of a card by itself, and their ids. */
const daysOf = (line: Line): Line[] => [line.owed, ...line.again].map((owed) => ({ ...line, owed, again: [] }));
const idsOf = ({ owed, again }: Line): string[] => [owed, ...again].map(({ id }) => id);

/** The task itself begins with the name of its component: a heading above a single card would say it twice. */
const saysComponent = ({ text, component }: Line['item']): boolean => component !== null && text.startsWith(component);

const sum = (groups: Section['groups']): number => groups.reduce((all, { lines }) => all + lines.length, 0);

function firstOf(groups: Section['groups']): Section['groups'] {
  let left = firstCards;
  return groups.flatMap((group) => {
    const lines = group.lines.slice(0, Math.max(0, left));
    left -= lines.length;
    return lines.length > 0 ? [{ ...group, lines }] : [];
  });
}

function GroupHead({
  name,
  lines,
  chosen,
  choose,
  many,
}: Pick<SectionProps, 'chosen' | 'choose'> & { name: string; lines: readonly Line[]; many: boolean }) {
  const ids = lines.flatMap(idsOf);
  const all = ids.every((one) => chosen.has(one));
  if (!many) {
    const said = lines.length === 1 && lines.every(({ item }) => saysComponent(item));
    return said ? null : <h3 className="work-component">{name}</h3>;
  }
  return (
    <h3 className="work-component">
      <label className="check">
        <input
          type="checkbox"
          checked={all}
          onChange={({ target }) => choose(ids, target.checked)}
          aria-label={`Chọn cả ${ids.length} việc: ${name}`}
        />
        <span>{name}</span>
      </label>
    </h3>
  );
}
