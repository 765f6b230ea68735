import { Sheet } from '../../components/Sheet.tsx';

const keys: [string[], string][] = [
  [['↓', 'J'], 'Nhiệm vụ sau'],
  [['↑', 'K'], 'Nhiệm vụ trước'],
  [['Enter'], 'Nhận nhiệm vụ và tới chỗ cần xem tiếp theo'],
  [['N'], 'Tới chỗ cần xem tiếp theo'],
  [['Shift A'], 'Nhận tất cả chỗ chắc chắn'],
  [['E'], 'Sửa nội dung nhiệm vụ'],
  [['Esc'], 'Rời ô đang sửa, nội dung đã gõ được giữ'],
  [['Ctrl Enter'], 'Tách nhiệm vụ tại con trỏ (khi đang sửa nội dung)'],
  [['M'], 'Gộp với nhiệm vụ trên'],
  [['T'], 'Thêm nhiệm vụ sau nhiệm vụ này'],
  [['Delete'], 'Bỏ nhiệm vụ'],
  [['Alt ↑', 'Alt ↓'], 'Chuyển nhiệm vụ lên, xuống'],
  [['Ctrl Z'], 'Hoàn tác'],
  [['Ctrl Shift Z'], 'Làm lại'],
  [['Ctrl K'], 'Tìm kế hoạch, nhiệm vụ'],
  [['?'], 'Mở bảng phím này'],
];

export function HelpSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Sheet title="Phím tắt khi rà soát" isOpen={isOpen} onClose={onClose}>
      <dl className="keys">
        {keys.map(([names, words]) => (
          <div key={words}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
