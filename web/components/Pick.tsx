import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

const nothing = 'không nêu';

/** One of a list, chosen in place. Unlike the browser's own, long Vietnamese names wrap and are never cut. */
export function Pick({
  label,
  value,
  choices,
  onChange,
  readOnly,
}: {
  label: string;
  value: string | null;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string | null) => void;
  readOnly: boolean;
}) {
  const shown = choices.find((choice) => choice.value === value)?.label ?? value;
  if (readOnly) return <span className={shown ? undefined : 'muted'}>{shown ?? nothing}</span>;
  return (
    <Select
      aria-label={label}
      className="pick"
      selectedKey={value ?? ''}
      onSelectionChange={(key) => onChange(key === '' ? null : String(key))}
    >
      <Button className="field-control pick-button">
        <SelectValue className={shown ? '' : 'muted'}>{shown ?? nothing}</SelectValue>
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover" placement="bottom start">
        <ListBox className="options">
          <ListBoxItem id="" textValue={nothing} className="option muted">
            {nothing}
          </ListBoxItem>
          {choices.map((choice) => (
            <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label} className="option">
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
