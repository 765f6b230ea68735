import { Button } from 'react-aria-components';
import { sayNumber } from '../../../src/kernel/number.ts';
import type { ImportedSheet } from '../../../src/place/views.ts';
import { Sheet } from '../../components/Sheet.tsx';

const words = { refused: '▲ chưa nhập được', added: '＋ thêm', changed: '◐ sửa', unchanged: '○ giữ nguyên' } as const;

/** What a workbook would do, row by row, the rows that must be mended first. Nothing is written until it is said so. */
export function WorkbookPreview({
  name,
  found,
  isTaking,
  onTake,
  onClose,
}: {
  name: string;
  found: ImportedSheet;
  isTaking: boolean;
  onTake: () => void;
  onClose: () => void;
}) {
  const { added, changed, unchanged, refused, rows } = found;
  const nothing = added + changed === 0;
  const more = added + changed + refused - rows.length;
  return (
    <Sheet title={`Nhập danh bạ từ “${name}”`} isOpen onClose={onClose} kind="large">
      <p>
        Thêm {sayNumber(added)} cơ quan, sửa {sayNumber(changed)}, giữ nguyên {sayNumber(unchanged)}
        {refused > 0 ? `; ${sayNumber(refused)} dòng chưa nhập được.` : '.'} Chưa có gì được ghi.
      </p>
      {refused > 0 && (
        <p role="alert" className="form-error">
          Hãy sửa các dòng chưa nhập được trong tệp rồi chọn lại tệp; danh bạ chỉ được ghi khi cả tệp đúng.
        </p>
      )}
      {rows.length > 0 && (
        <table className="workbook-rows">
          <thead>
            <tr>
              <th scope="col">Dòng</th>
              <th scope="col">Cơ quan</th>
              <th scope="col">Việc</th>
              <th scope="col">Nội dung</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.row} ${row.what} ${row.told.join()}`}>
                <td>{row.row}</td>
                <td>{row.name || 'không có tên'}</td>
                <td>{words[row.what]}</td>
                <td>{row.told.join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && <p className="muted">Còn {sayNumber(more)} dòng khác không hiện ở đây.</p>}
      <div className="row">
        <Button className="btn" onPress={onClose}>
          Đóng, không nhập
        </Button>
        {refused === 0 && !nothing && (
          <Button className="btn primary" isDisabled={isTaking} onPress={onTake}>
            {isTaking ? 'Đang nhập…' : 'Nhập vào danh bạ'}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
