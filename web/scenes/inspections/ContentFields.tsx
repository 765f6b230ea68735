import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Component, Content } from '../../../src/report/inspection/model.ts';
import { TextField } from '../../components/Field.tsx';
import { SearchPick } from '../../components/SearchPick.tsx';
import { frameworks } from '../../queries.ts';
import { findsWords } from '../../words/find.ts';
import { findFramework } from '../../words/framework.ts';
import { indexNames } from '../../words/index-names.ts';
import { NoteField } from '../my-work/forms.tsx';
import { useComponents } from './say.ts';

/** What is inspected and by whom, as it is typed: lists stand one to a line. */
export type TypedContent = {
  subject: string;
  components: readonly Component[];
  lead: string;
  members: string;
  joinedWith: string;
  places: string;
};

export const typedContent = (content: Content): TypedContent => ({
  ...{ subject: content.subject, components: content.components, lead: content.lead },
  ...{ joinedWith: content.joinedWith ?? '', members: content.members.join('\n'), places: content.places.join('\n') },
});

export const noContent: TypedContent = {
  ...{ subject: '', components: [], lead: '', members: '', joinedWith: '', places: '' },
};

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\n|;/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

export const toContent = (typed: TypedContent): Content => ({
  ...{ subject: typed.subject.trim(), components: typed.components, lead: typed.lead.trim() },
  ...{ members: linesOf(typed.members), joinedWith: typed.joinedWith.trim() || null, places: linesOf(typed.places) },
});

/** Why what was typed is not yet a plan, in words. */
export function findMissing({ subject, lead }: TypedContent): string | undefined {
  if (subject.trim() === '') return 'Hãy ghi nội dung kiểm tra.';
  return lead.trim() === '' ? 'Hãy ghi trưởng đoàn hoặc người kiểm tra.' : undefined;
}

type Props = {
  value: TypedContent;
  onChange: (more: Partial<TypedContent>) => void;
  year: number;
  places?: readonly string[];
};

export function ContentFields({ value, onChange, year, places = [] }: Props) {
  return (
    <>
      <NoteField
        label="Nội dung kiểm tra"
        hint="ví dụ: việc niêm yết công khai thu, chi; tiếp công dân; giải quyết hồ sơ đất đai"
        value={value.subject}
        onChange={(subject) => onChange({ subject })}
      />
      <ComponentsField value={value.components} year={year} onChange={(components) => onChange({ components })} />
      <TextField
        label="Trưởng đoàn, người kiểm tra"
        autoComplete="off"
        value={value.lead}
        onChange={(lead) => onChange({ lead })}
      />
      <NoteField
        label="Thành viên"
        hint="Mỗi người một dòng; để trống nếu không có"
        value={value.members}
        onChange={(members) => onChange({ members })}
      />
      <TextField
        label="Kết hợp (lồng ghép) với đoàn nào"
        hint="Để trống nếu là cuộc kiểm tra riêng; ví dụ: đoàn kiểm tra cải cách hành chính của Sở Nội vụ"
        autoComplete="off"
        value={value.joinedWith}
        onChange={(joinedWith) => onChange({ joinedWith })}
      />
      <NoteField
        label="Thôn, tổ dân phố được kiểm tra"
        hint="Mỗi nơi một dòng; để trống nếu chỉ kiểm tra tại đơn vị"
        value={value.places}
        onChange={(typed) => onChange({ places: typed })}
      />
      {places.length > 0 && (
        <Button className="link" onPress={() => onChange({ places: places.join('\n') })}>
          Chọn tất cả {places.length} thôn, tổ dân phố của đơn vị
        </Button>
      )}
    </>
  );
}

type ComponentsProps = { value: readonly Component[]; year: number; onChange: (next: readonly Component[]) => void };

/** Components of indices, found by typing part of their name. */
function ComponentsField({ value, year, onChange }: ComponentsProps) {
  const { data } = useQuery(frameworks());
  const nameOf = useComponents(year);
  const [round, setRound] = useState(0);
  const all = indexNames.flatMap((index) =>
    ((data && findFramework(data, index, year)?.nodes) ?? []).map(({ code, name }) => ({
      id: `${index} ${code}`,
      index,
      code,
      name,
    })),
  );
  const isChosen = (id: string) => value.some(({ index, code }) => `${index} ${code}` === id);
  return (
    <>
      <SearchPick
        key={round}
        label="Nội dung thành phần của các chỉ số"
        hint="Gõ mã hoặc vài chữ (không cần dấu), chọn lần lượt; để trống nếu không theo chỉ số"
        found="Nội dung thành phần tìm thấy"
        none={(typed) => `Không có nội dung thành phần nào khớp “${typed}”.`}
        kept={`inspection-components-${year}-${all.length}-${value.length}`}
        find={async (typed) =>
          all
            .filter(
              (one) =>
                !isChosen(one.id) &&
                (`${one.index} ${one.code}`.toLowerCase().includes(typed.toLowerCase()) || findsWords(typed)(one.name)),
            )
            .slice(0, 20)
        }
        say={({ index, code, name }) => `${index} ${code}. ${name}`}
        picked={null}
        onPick={(one) => {
          if (!one) return;
          onChange([...value, { index: one.index, code: one.code }]);
          setRound(round + 1);
        }}
      />
      {value.length > 0 && (
        <ul className="chosen" aria-label="Nội dung thành phần đã chọn">
          {value.map((one) => (
            <li key={`${one.index} ${one.code}`}>
              {nameOf(one)}{' '}
              <Button className="link" onPress={() => onChange(value.filter((other) => other !== one))}>
                Bỏ<span className="sr-only"> {nameOf(one)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
