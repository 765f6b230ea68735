import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { SurveyView } from '../../../src/survey/views.ts';
import { Refusal } from '../../components/Notice.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { say } from '../../state/toasts.ts';
import { everySurvey, surveyApi } from './api.ts';

/** Taking a survey away: its responses are personal data and are erased, so it is asked once more. */
export function RemoveSurvey({ survey: { id, title, rows } }: { survey: SurveyView }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => surveyApi.remove(id),
    onSuccess: () => {
      say(`Đã gỡ khảo sát “${title}” và xóa hẳn tệp câu trả lời.`);
      void navigate({ to: '/khao-sat' }).then(() => client.invalidateQueries(everySurvey));
    },
  });
  return (
    <>
      <Button className="btn" onPress={() => setAsking(true)}>
        Gỡ khảo sát
      </Button>
      {asking && (
        <Sheet title="Gỡ khảo sát?" isOpen onClose={() => setAsking(false)} role="alertdialog">
          <p>
            Câu trả lời của {sayNumber(rows)} người là dữ liệu cá nhân nên bị xóa hẳn khỏi kho, không lấy lại được; các
            kết quả đã lưu của khảo sát này cũng không còn hiện. Nhật ký vẫn ghi ai gỡ, lúc nào.
          </p>
          <Refusal error={remove.error} />
          <div className="row">
            <Button className="btn primary" isDisabled={remove.isPending} onPress={() => remove.mutate()}>
              Gỡ và xóa câu trả lời
            </Button>
            <Button className="btn" onPress={() => setAsking(false)}>
              Giữ lại
            </Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
