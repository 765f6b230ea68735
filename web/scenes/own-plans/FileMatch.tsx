import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { OwnFile, OwnPlanView } from '../../../src/publish/own-plan/views.ts';
import { ChoiceField } from '../../components/ChoiceField.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useDraft } from '../../state/draft.ts';
import { oneOwnPlan, ownPlanApi } from './api.ts';
import { IssueForm } from './IssueForm.tsx';

/** Beyond this they are so alike that they are shown as sure; a person confirms all the same by issuing. */
const alike = 0.9;

/** Of each task of the file, which of the mother plan it carries out: found by likeness, said by a person. */
export function FileMatch({ view, file }: { view: OwnPlanView; file: OwnFile }) {
  const mothers = view.base.tasks.flatMap(({ id, mother }) => (mother ? [{ id, text: mother.text }] : []));
  const found = Object.fromEntries(file.likely.map(({ at, key }) => [String(at), key]));
  const [chosen, choose] = useDraft<Record<string, string>>(`own-file.${file.childId}`, found);
  const covered = new Set(Object.values(chosen));
  const lost = mothers.filter(({ id }) => !covered.has(id));
  const links = Object.entries(chosen).flatMap(([at, key]) => (key === '' ? [] : [{ at: Number(at), key }]));
  const choices = mothers.map(({ id, text }) => ({
    value: id,
    label: text.length > 110 ? `${text.slice(0, 107)}…` : text,
  }));
  return (
    <div className="own-desk">
      <section className="card own-part">
        <h2>Đối chiếu “{file.fileName}” với kế hoạch cấp trên</h2>
        <p className="muted">
          {file.tasks.length} nhiệm vụ đọc được từ tệp. Xem lại từng dòng: nhiệm vụ nào thực hiện nhiệm vụ nào của cấp
          trên; việc riêng của đơn vị thì để trống.
        </p>
        {file.tasks.map((task, at) => {
          const likely = file.likely.find((one) => one.at === at);
          const key = String(at);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the tasks of a file never move
            <article key={at} className="own-task">
              <p>
                <b>{at + 1}.</b> {task.text}
                {task.time && <span className="muted"> ({task.time})</span>}
              </p>
              <ChoiceField
                label="Thực hiện nhiệm vụ cấp trên"
                none="Việc riêng của đơn vị"
                choices={choices}
                value={chosen[key] ?? ''}
                onChange={(value) => choose({ ...chosen, [key]: value })}
              />
              {likely && chosen[key] === likely.key && (
                <Tag tone={likely.score >= alike ? 'ok' : 'due'}>
                  {likely.score >= alike
                    ? 'gần như nguyên văn'
                    : `giống ${Math.round(likely.score * 100)}%, cần xem lại`}
                </Tag>
              )}
            </article>
          );
        })}
        {lost.length > 0 && (
          <details className="own-missing" open={lost.length <= 5}>
            <summary>▲ {lost.length} nhiệm vụ cấp trên giao chưa có trong tệp</summary>
            <ul>
              {lost.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </details>
        )}
        {view.may.edit && <DropFile view={view} />}
      </section>
      {view.may.issue ? (
        <IssueForm
          view={view}
          issuing={{ seq: view.seq, file: { childId: file.childId, links } }}
          waiting={false}
          number={file.number ?? ''}
          date={file.date ?? ''}
        />
      ) : (
        <p className="muted">Thủ trưởng đơn vị vào trang này để xác nhận đối chiếu và ban hành.</p>
      )}
    </div>
  );
}

function DropFile({ view }: { view: OwnPlanView }) {
  const client = useQueryClient();
  const which = { plan: view.plan.id, agency: view.unit.id };
  const send = useMutation({
    mutationFn: () => ownPlanApi.dropFile(which),
    onSuccess: (next) => client.setQueryData(oneOwnPlan(which, undefined).queryKey, next),
  });
  return (
    <>
      <Button className="btn" isDisabled={send.isPending} onPress={() => send.mutate()}>
        Bỏ tệp này, quay lại dự thảo
      </Button>
      <Refusal error={send.error} />
    </>
  );
}
