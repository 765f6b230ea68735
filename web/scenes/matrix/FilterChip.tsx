import { useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  TextField,
} from 'react-aria-components';
import { fold } from '../../../src/kernel/text.ts';

export type Choice = { value: string; label: string; count?: number };

/** A filter as a chip: choose it to pick a value, ✕ to let it go. Long lists can be searched without diacritics. */
export function FilterChip({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: string | undefined;
  choices: readonly Choice[];
  onChange: (value: string | undefined) => void;
}) {
  const [open, setOpen] = useState(false);
  const chosen = value === undefined ? undefined : (choices.find((choice) => choice.value === value)?.label ?? value);
  return (
    <span className="filter-chip">
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button className={chosen ? 'chip on' : 'chip'}>
          {chosen ? `${label}: ${chosen}` : label} <span aria-hidden="true">▾</span>
        </Button>
        <Popover className="popover" placement="bottom start">
          <Dialog aria-label={label} className="filter-dialog">
            <Options
              label={label}
              choices={choices}
              value={value}
              onChange={(next) => {
                onChange(next);
                setOpen(false);
              }}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {chosen && (
        <Button className="chip-remove" aria-label={`Bỏ lọc ${label}`} onPress={() => onChange(undefined)}>
          ✕
        </Button>
      )}
    </span>
  );
}

function Options({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const list = (
    <ListBox
      aria-label={label}
      className="options"
      selectionMode="single"
      selectedKeys={value === undefined ? [] : [value]}
      onSelectionChange={(keys) => onChange(keys === 'all' ? undefined : ([...keys][0] as string | undefined))}
      renderEmptyState={() => <p className="muted">Không có mục nào khớp.</p>}
    >
      {choices.map((choice) => (
        <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label} className="option">
          <span>{choice.label}</span>
          <span className="spacer" />
          {choice.count !== undefined && <span className="muted num">{choice.count}</span>}
        </ListBoxItem>
      ))}
    </ListBox>
  );
  if (choices.length < 9) return list;
  return (
    <Autocomplete filter={(text, typed) => fold(text).includes(fold(typed))}>
      <TextField aria-label={`Tìm ${label.toLocaleLowerCase('vi')}`} autoFocus>
        <Input className="input" placeholder="Gõ để tìm (không cần dấu)" />
      </TextField>
      {list}
    </Autocomplete>
  );
}
