import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import type { FormFault } from '../../../src/report/form/check.ts';
import type { FormDetailView } from '../../../src/report/form/views.ts';
import { Refusal } from '../../components/Notice.tsx';
import { say } from '../../state/toasts.ts';
import { everyForm, formsApi } from './api.ts';
import type { useFormDesign } from './useFormDesign.ts';

type Props = {
  detail: FormDetailView;
  design: ReturnType<typeof useFormDesign>;
  faults: readonly FormFault[];
  readOnly: boolean;
  xlsx: string;
  onFault: (name: string) => void;
  onSend: () => void;
};

/** What may be done with a form, how saving stands, and what keeps it from being sent. */
export function DesignBar({ detail, design, faults, readOnly, xlsx, onFault, onSend }: Props) {
  const { saving, problem } = design;
  const client = useQueryClient();
  const navigate = useNavigate();
  const removing = useMutation({
    mutationFn: () => formsApi.remove(detail.id),
    onSuccess: () => {
      void client.invalidateQueries(everyForm);
      void navigate({ to: '/phieu', search: { xem: 'mau' } });
      const run = () => void formsApi.restore(detail.id).then(() => client.invalidateQueries(everyForm));
      say('Đã xóa mẫu phiếu. Những lần đã gửi vẫn còn.', { action: { label: 'Khôi phục', run } });
    },
  });
  const [first] = faults;
  return (
    <div className="report-bar form-bar">
      <div className="row">
        {!readOnly && (
          <Button className="btn primary" isDisabled={faults.length > 0} onPress={onSend}>
            Gửi cho các đơn vị
          </Button>
        )}
        {!readOnly && (
          <Button className="btn" isDisabled={!design.canUndo} onPress={design.undo}>
            Hoàn tác
          </Button>
        )}
        <a className="btn" href={xlsx} download>
          Tải XLSForm
        </a>
        {!readOnly && (
          <Button className="btn" isDisabled={removing.isPending} onPress={() => removing.mutate()}>
            Xóa mẫu
          </Button>
        )}
        {!readOnly && (
          <span className="save-state" role="status">
            {saving === 'saved' && '● Mọi thay đổi tự lưu'}
            {saving === 'changed' && '◐ Đang lưu…'}
            {saving === 'waiting' && '▲ Đang chờ mạng, thay đổi vẫn còn trên trang này'}
          </span>
        )}
      </div>
      {detail.removed && <p className="notice late">Mẫu phiếu này đã bị xóa.</p>}
      {!detail.mine && <p className="muted">Phiếu của đơn vị khác: xem và sao chép được, không sửa được.</p>}
      {saving === 'refused' && (
        <div className="notice late" role="alert">
          <p>
            <b>{problem?.title}.</b> {problem?.message}
          </p>
        </div>
      )}
      {!readOnly && first && (
        <div className="notice late" role="status">
          <p>
            Còn {faults.length} chỗ phải sửa trước khi gửi: {first.message}{' '}
            {first.name !== '' && (
              <Button className="link" onPress={() => onFault(first.name)}>
                Đến chỗ ấy
              </Button>
            )}
          </p>
        </div>
      )}
      <Refusal error={removing.error} />
    </div>
  );
}
