import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, FileTrigger } from 'react-aria-components';
import type { PaperKind } from '../../../src/publish/template/kinds.ts';
import type { TemplateKindView, TemplateLine } from '../../../src/publish/template/views.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';
import { say } from '../../state/toasts.ts';
import { sayMoment } from '../../words/time.ts';
import { everyTemplate, oneKind, templateApi, templateUrl } from './api.ts';
import { CheckResult } from './CheckResult.tsx';
import { FieldTable } from './FieldTable.tsx';
import { Preview } from './Preview.tsx';

const wordFiles = ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'];

/** `changes`: whoever is here may change them; `pdf`: a Word file can be made a PDF of here. */
type Props = { kind: PaperKind; changes: boolean; pdf: boolean };

/** The templates of one kind: the built-in one to begin with, the province's own, and the fields they may hold. */
export function OneKind({ kind, ...rights }: Props) {
  const query = useQuery(oneKind(kind));
  return (
    <Loaded query={query} label="Đang tải biểu mẫu">
      {(view) => (
        <div className="template-kind">
          <Versions view={view} {...rights} />
          <FieldTable view={view} />
        </div>
      )}
    </Loaded>
  );
}

function Versions({ view, changes, pdf }: Omit<Props, 'kind'> & { view: TemplateKindView }) {
  const { kind, name, templates } = view;
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: (file: File) => templateApi.upload(kind, file),
    onSuccess: ({ kept }) => {
      client.setQueryData(oneKind(kind).queryKey, kept);
      void client.invalidateQueries(everyTemplate);
    },
  });
  const own = templates.find(({ used }) => used);
  return (
    <section className="card template-versions" aria-label={`Biểu mẫu ${name}`}>
      <h2>{name}</h2>
      <p className="muted">
        Tải mẫu có sẵn về, sửa bằng Word như một văn bản thường (giữ các trường trong dấu ngoặc nhọn), rồi tải lên lại.
        Thang kiểm tra ngay; chưa bấm “Dùng mẫu này” thì văn bản vẫn theo mẫu cũ.
      </p>
      <div className="row">
        <a className="btn" href={templateUrl(kind, 'file')} download>
          Tải mẫu có sẵn (.docx)
        </a>
        {changes && (
          <FileTrigger
            acceptedFileTypes={wordFiles}
            onSelect={(files) => {
              const [file] = files ?? [];
              if (file) upload.mutate(file);
            }}
          >
            <Button className="btn primary" isDisabled={upload.isPending}>
              {upload.isPending ? 'Đang kiểm tra…' : 'Tải biểu mẫu lên'}
            </Button>
          </FileTrigger>
        )}
      </div>
      <Refusal error={upload.error} />
      {upload.data && upload.variables && <CheckResult name={upload.variables.name} check={upload.data.check} />}
      <ul className="template-list">
        {templates.map((line) => (
          <Version key={line.id} kind={kind} line={line} changes={changes} pdf={pdf} />
        ))}
        <BuiltIn kind={kind} used={own === undefined} changes={changes} />
      </ul>
      <Uses view={view} />
    </section>
  );
}

function useChoosing(kind: PaperKind) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (template: string | null) => templateApi.use(kind, template),
    onSuccess: (kept, template) => {
      client.setQueryData(oneKind(kind).queryKey, kept);
      void client.invalidateQueries(everyTemplate);
      say(template === null ? 'Văn bản từ nay theo mẫu có sẵn.' : 'Văn bản từ nay theo biểu mẫu này.');
    },
  });
}

function Version({ kind, line, changes, pdf }: Props & { line: TemplateLine }) {
  const choosing = useChoosing(kind);
  const faults = line.check.lint.filter(({ severity }) => severity === 'fault').length;
  return (
    <li>
      <div className="template-line">
        <p>
          <b>{line.name}</b> {line.used && <Tag tone="ok">Đang dùng</Tag>}
          {faults > 0 && <Tag tone="due">{faults} lỗi thể thức</Tag>}
        </p>
        <p className="muted">
          {line.by} tải lên {sayMoment(line.at)}
        </p>
        <div className="row">
          {changes && !line.used && (
            <Button
              className="btn small primary"
              isDisabled={choosing.isPending}
              onPress={() => choosing.mutate(line.id)}
            >
              Dùng mẫu này
            </Button>
          )}
          <a className="btn small" href={templateUrl(kind, 'file', { template: line.id })} download>
            Tải về (.docx)
          </a>
          <a
            className="btn small"
            href={templateUrl(kind, 'sample', { template: line.id, ...(pdf && { format: 'pdf' }) })}
            download
          >
            Bản điền thử (.{pdf ? 'pdf' : 'docx'})
          </a>
        </div>
        <Refusal error={choosing.error} />
      </div>
      <Preview kind={kind} template={line.id} name={line.name} />
    </li>
  );
}

function BuiltIn({ kind, used, changes }: { kind: PaperKind; used: boolean; changes: boolean }) {
  const choosing = useChoosing(kind);
  return (
    <li>
      <div className="template-line">
        <p>
          <b>Mẫu có sẵn</b> {used && <Tag tone="ok">Đang dùng</Tag>}
        </p>
        <p className="muted">Theo Nghị định 30/2020/NĐ-CP</p>
        <div className="row">
          {changes && !used && (
            <Button className="btn small" isDisabled={choosing.isPending} onPress={() => choosing.mutate(null)}>
              Dùng lại mẫu có sẵn
            </Button>
          )}
          <a className="btn small" href={templateUrl(kind, 'sample', { format: 'pdf' })} download>
            Bản điền thử (.pdf)
          </a>
        </div>
        <Refusal error={choosing.error} />
      </div>
      <Preview kind={kind} name="Mẫu có sẵn" />
    </li>
  );
}

function Uses({ view: { uses, templates } }: { view: TemplateKindView }) {
  if (uses.length === 0) return null;
  const names = new Map(templates.map(({ id, name }) => [id, name]));
  return (
    <details className="template-uses">
      <summary>Các lần đổi biểu mẫu ({uses.length})</summary>
      <ul>
        {uses.map(({ templateId, at, by }) => (
          <li key={at}>
            {sayMoment(at)}: {by} chọn{' '}
            {templateId === null ? 'mẫu có sẵn' : `“${names.get(templateId) ?? 'biểu mẫu đã gỡ'}”`}
          </li>
        ))}
      </ul>
    </details>
  );
}
