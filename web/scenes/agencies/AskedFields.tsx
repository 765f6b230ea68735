import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AgencyLine, AskedReorganisation } from '../../../src/place/views.ts';
import { TextField } from '../../components/Field.tsx';
import { AgencyPick } from './AgencyPick.tsx';
import { askedOf, type Filled, nothingFilled, proposedFor } from './asked.ts';
import { FoundingFields, ParentPick } from './FoundingFields.tsx';
import { type Made, newMade } from './founding.ts';
import type { AskedKind } from './words.ts';

/** The fields a kind of reorganisation asks for; `onReady` hears what is asked as soon as it is whole, else null. */
export function AskedFields({
  kind,
  lines,
  onReady,
}: {
  kind: AskedKind;
  lines: readonly AgencyLine[];
  onReady: (asked: AskedReorganisation | null) => void;
}) {
  const [filled, setFilled] = useState(nothingFilled);
  const tell = useRef(onReady);
  tell.current = onReady;
  useEffect(() => tell.current(askedOf(kind, filled, lines)), [kind, filled, lines]);
  const set = (change: Partial<Filled>): void => setFilled((now) => ({ ...now, ...change }));
  const one = (label: string) => (
    <AgencyPick
      label={label}
      lines={lines}
      value={filled.ids[0] ?? ''}
      onChange={(id) => set({ ids: id ? [id] : [] })}
    />
  );
  const target = (label: string) => (
    <AgencyPick label={label} lines={lines} value={filled.to} onChange={(to) => set({ to })} />
  );
  const beginning = { kind, filled, lines, set };
  switch (kind) {
    case 'merge':
      return <MergeFields {...beginning} />;
    case 'split':
      return (
        <>
          {one('Cơ quan tách')}
          <Parts {...beginning} />
          <label className="check">
            <input type="checkbox" checked={filled.keeps} onChange={({ target: box }) => set({ keeps: box.checked })} />{' '}
            Cơ quan cũ vẫn hoạt động với phần việc còn lại
          </label>
        </>
      );
    case 'rename':
      return (
        <>
          {one('Cơ quan đổi tên')}
          <TextField label="Tên mới" required maxLength={300} value={filled.name} onChange={(name) => set({ name })} />
        </>
      );
    case 'abolish':
      return (
        <>
          {one('Cơ quan giải thể')}
          {target('Nơi nhận việc')}
        </>
      );
    case 'create':
      return <Founded {...beginning} />;
    case 'move-function':
      return (
        <>
          {one('Từ cơ quan')}
          {target('Sang cơ quan')}
          <PartField label="Mảng việc chuyển đi" value={filled.part} onChange={(part) => set({ part })} />
        </>
      );
    case 'move-parent':
      return (
        <>
          {one('Cơ quan')}
          <ParentPick label="Về trực thuộc" lines={lines} value={filled.under} onChange={(under) => set({ under })} />
        </>
      );
  }
}

type Fields = { kind: AskedKind; filled: Filled; lines: readonly AgencyLine[]; set: (change: Partial<Filled>) => void };

function PartField({ label, value, onChange }: { label: string; value: string; onChange: (part: string) => void }) {
  return (
    <TextField
      label={label}
      hint="Ví dụ: giảm nghèo; chuyển đổi số"
      required
      maxLength={300}
      value={value}
      onChange={onChange}
    />
  );
}

const changed = (made: readonly Made[], id: string, change: Partial<Made>): Made[] =>
  made.map((one) => (one.id === id ? { ...one, ...change } : one));

/** The one agency that begins. */
function Founded({ kind, filled, lines, set }: Fields) {
  const [made] = filled.made;
  if (!made) return null;
  return (
    <FoundingFields
      made={made}
      proposed={proposedFor(kind, filled, lines)}
      lines={lines}
      onChange={(change) => set({ made: changed(filled.made, made.id, change) })}
    />
  );
}

/** The API takes as many parts of a split at once. */
const mostParts = 50;

/** All that a split makes, each with what it takes over. */
function Parts({ kind, filled, lines, set }: Fields) {
  const { made } = filled;
  const proposed = proposedFor(kind, filled, lines);
  return (
    <>
      {made.map((one, i) => (
        <fieldset key={one.id} className="founding">
          <legend>Cơ quan mới {made.length > 1 ? i + 1 : ''}</legend>
          <FoundingFields
            made={one}
            proposed={proposed}
            lines={lines}
            onChange={(change) => set({ made: changed(made, one.id, change) })}
          />
          <PartField
            label="Mảng việc nhận"
            value={one.part}
            onChange={(part) => set({ made: changed(made, one.id, { part }) })}
          />
          {made.length > 1 && (
            <Button
              className="btn small"
              aria-label={`Bỏ cơ quan mới ${i + 1}${one.name && `: ${one.name}`}`}
              onPress={() => set({ made: made.filter(({ id }) => id !== one.id) })}
            >
              Bỏ cơ quan này
            </Button>
          )}
        </fieldset>
      ))}
      <div className="row">
        <Button
          className="btn"
          isDisabled={made.length >= mostParts}
          onPress={() => set({ made: [...made, newMade()] })}
        >
          Thêm cơ quan mới
        </Button>
      </div>
    </>
  );
}

function MergeFields({ kind, filled, set, lines }: Fields) {
  return (
    <>
      {filled.ids.map((id, i) => (
        <AgencyPick
          key={id}
          label={`Cơ quan ${i + 1}`}
          lines={lines}
          value={id}
          onChange={() => set({ ids: filled.ids.filter((other) => other !== id) })}
        />
      ))}
      <AgencyPick
        key="next"
        label={filled.ids.length === 0 ? 'Cơ quan hợp nhất' : 'Thêm cơ quan hợp nhất'}
        lines={lines}
        value=""
        onChange={(id) => id !== '' && !filled.ids.includes(id) && set({ ids: [...filled.ids, id] })}
      />
      <label className="check">
        <input type="checkbox" checked={filled.makes} onChange={({ target }) => set({ makes: target.checked })} /> Thành
        một cơ quan mới
      </label>
      {filled.makes ? (
        <Founded {...{ kind, filled, set, lines }} />
      ) : (
        <AgencyPick label="Vào cơ quan" lines={lines} value={filled.to} onChange={(to) => set({ to })} />
      )}
    </>
  );
}
