import type { ComparedTask, ComparisonView } from '../../../src/plan/views.ts';
import { Tag, type Tone } from '../../components/Tag.tsx';
import { fieldWords } from '../../words/fields.ts';
import { sayField, shownFields } from './say.ts';
import { type ChangeKind, changeKinds } from './search.ts';
import { WordDiff } from './WordDiff.tsx';

const said: Record<ChangeKind, { word: string; tone: Tone }> = {
  changed: { word: 'Sửa', tone: 'due' },
  added: { word: 'Thêm', tone: 'ok' },
  removed: { word: 'Bỏ', tone: 'late' },
  moved: { word: 'Đổi chỗ', tone: 'idle' },
};

export const sayKind = (kind: ChangeKind): string => said[kind].word;

/** Every task that is not the same in both, in the order of the other file; what it lost comes last. */
export function Changes({ comparison, only }: { comparison: ComparisonView; only: ChangeKind | undefined }) {
  const kinds = changeKinds.filter((kind) => !only || kind === only);
  return (
    <ol className="changes">
      {kinds.flatMap((kind) =>
        kind === 'changed' || kind === 'moved'
          ? comparison[kind].map((change) => (
              <li key={`${kind} ${change.after.id}`} className="card change">
                <ChangeHead kind={kind} task={change.after} was={change.before} />
                {kind === 'changed' && <ChangedFields {...change} />}
                {kind === 'moved' && <p>{change.after.text}</p>}
              </li>
            ))
          : comparison[kind].map((task) => (
              <li key={`${kind} ${task.id}`} className="card change">
                <ChangeHead kind={kind} task={task} />
                <LoneTask task={task} />
                {task.partOf !== null && (
                  <p className="role">
                    {kind === 'added'
                      ? 'Có vẻ được tách ra từ một nhiệm vụ của bản đang dùng.'
                      : 'Có vẻ đã nhập vào một nhiệm vụ khác của bản so sánh.'}
                  </p>
                )}
              </li>
            )),
      )}
    </ol>
  );
}

function ChangeHead({ kind, task, was }: { kind: ChangeKind; task: ComparedTask; was?: ComparedTask }) {
  const { word, tone } = said[kind];
  return (
    <div className="change-head">
      <Tag tone={tone}>{word}</Tag>
      <b>Nhiệm vụ {was && was.order !== task.order ? `${was.order} → ${task.order}` : task.order}</b>
      {task.codes.length > 0 && <span className="role num">{task.codes.join(', ')}</span>}
    </div>
  );
}

const ChangedFields = ({ before, after, fields }: ComparisonView['changed'][number]) => (
  <>
    {!fields.includes('text') && <p className="change-text">{after.text}</p>}
    <dl className="change-fields">
      {shownFields({ before, after, fields }).map((field) => (
        <div key={field}>
          <dt>{fieldWords[field] ?? field}</dt>
          <dd>
            <WordDiff before={sayField(before, field)} after={sayField(after, field)} />
          </dd>
        </div>
      ))}
    </dl>
  </>
);

const shownOfLone = ['lead', 'implement', 'cooperate', 'monitor', 'time'] as const;

const LoneTask = ({ task }: { task: ComparedTask }) => (
  <>
    <p className="change-text">{task.text}</p>
    <p className="role">
      {shownOfLone
        .filter((field) => sayField(task, field) !== '')
        .map((field) => `${fieldWords[field]}: ${sayField(task, field)}`)
        .join(' · ')}
    </p>
  </>
);
