import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { DraftTask } from '../../../src/plan/review.ts';
import { usePhone } from '../../state/use.ts';
import type { Commands } from './useCommands.ts';

type Props = { task: DraftTask; commands: Commands; onShowDocument: () => void };

/** What can be done to the task at hand: a row of words, or on a phone the two that matter and a list for the rest. */
export function TaskButtons(props: Props) {
  return usePhone() ? <PhoneButtons {...props} /> : <WideButtons {...props} />;
}

function WideButtons({ task, commands }: Props) {
  return (
    <div className="task-buttons">
      <Accept task={task} commands={commands} />
      <Button className="btn" onPress={commands.nextDoubtful}>
        Cần xem tiếp <kbd>N</kbd>
      </Button>
      <Button className="btn" onPress={commands.split} preventFocusOnPress>
        Tách
      </Button>
      <Button className="btn" onPress={commands.merge}>
        Gộp với trên
      </Button>
      <Button className="btn" onPress={commands.remove}>
        Bỏ
      </Button>
    </div>
  );
}

function PhoneButtons({ task, commands, onShowDocument }: Props) {
  return (
    <div className="task-buttons">
      <Accept task={task} commands={commands} />
      <Button className="btn" onPress={commands.nextDoubtful}>
        Cần xem tiếp
      </Button>
      <span className="spacer" />
      <MenuTrigger>
        <Button className="btn" aria-label="Việc khác với nhiệm vụ này">
          …
        </Button>
        <Popover className="popover" placement="top end">
          <TaskMenu commands={commands} onShowDocument={onShowDocument} />
        </Popover>
      </MenuTrigger>
    </div>
  );
}

function TaskMenu({ commands, onShowDocument }: Omit<Props, 'task'>) {
  const choices: [string, () => void][] = [
    ['Xem trong văn bản', onShowDocument],
    ['Tách tại con trỏ', commands.split],
    ['Gộp với trên', commands.merge],
    ['Thêm nhiệm vụ sau', commands.add],
    ['Chuyển lên', commands.moveUp],
    ['Chuyển xuống', commands.moveDown],
    ['Bỏ nhiệm vụ', commands.remove],
  ];
  return (
    <Menu className="options" aria-label="Việc khác với nhiệm vụ này">
      {choices.map(([words, run]) => (
        <MenuItem key={words} id={words} className="option" onAction={run}>
          {words}
        </MenuItem>
      ))}
    </Menu>
  );
}

function Accept({ task, commands }: Pick<Props, 'task' | 'commands'>) {
  if (task.accepted)
    return (
      <Button className="btn" onPress={commands.reopen}>
        Xem lại
      </Button>
    );
  return (
    <Button className="btn accept" onPress={commands.accept}>
      Nhận <kbd>Enter</kbd>
    </Button>
  );
}
