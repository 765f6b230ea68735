import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { Session } from '../../src/people/views.ts';
import { peopleApi } from '../people-api.ts';
import { toProblem } from '../problem.ts';
import { forgetPending } from '../state/pending.ts';
import { say } from '../state/toasts.ts';
import { sayRole } from '../words/people.ts';

/** Who I am and for whom I act; in the demo, whom else I could act as. */
export function WhoAmI({ session }: { session: Session }) {
  const roles = session.roles.map(({ role }) => sayRole(role)).join(', ');
  return (
    <MenuTrigger>
      <Button className="who">
        <span className="who-mark" aria-hidden="true">
          {initials(session.officer)}
        </span>
        <span className="who-words">
          <b>{session.unit}</b>
          <small>
            {session.officer} · {roles || 'chưa có vai trò'}
          </small>
        </span>
        <span aria-hidden="true" className="hide-phone">
          ▾
        </span>
      </Button>
      <Popover className="popover who-popover" placement="bottom end">
        <WhoMenu session={session} />
      </Popover>
    </MenuTrigger>
  );
}

/** "Trần Thị Mai" → "TM". */
function initials(name: string): string {
  const words = name.split(' ').filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.[0] ?? '').join('');
}

function WhoMenu({ session }: { session: Session }) {
  const navigate = useNavigate();
  const officers = useQuery({
    queryKey: ['demo-officers'],
    queryFn: peopleApi.demoOfficers,
    enabled: session.demo,
    staleTime: Infinity,
  });
  const act = (key: string): void => {
    if (key === 'account') void navigate({ to: '/tai-khoan' });
    else if (key === 'leave') void leave();
    else void actAs(key);
  };
  return (
    <Menu aria-label="Tài khoản" onAction={(key) => act(String(key))}>
      <MenuSection>
        <MenuItem id="account" className="option">
          Tài khoản của tôi
        </MenuItem>
        {!session.demo && (
          <MenuItem id="leave" className="option">
            Đăng xuất
          </MenuItem>
        )}
      </MenuSection>
      {session.demo && (
        <MenuSection>
          <Header>Dùng thử: đóng vai</Header>
          {(officers.data ?? []).map(({ id, name, unit, role }) => (
            <MenuItem key={id} id={id} className="option who-option" textValue={`${sayRole(role)}, ${name}`}>
              <b>
                {id === session.officerId && <span aria-hidden="true">● </span>}
                {sayRole(role)}
                {id === session.officerId && <span className="sr-only"> (đang đóng vai)</span>}
              </b>
              <small>
                {name}, {unit}
              </small>
            </MenuItem>
          ))}
        </MenuSection>
      )}
    </Menu>
  );
}

/** What every screen shows may differ for another officer, and this one may not be theirs: they begin where their day begins. */
async function actAs(officer: string): Promise<void> {
  try {
    await peopleApi.actAs(officer);
    forgetPending(sessionStorage);
    location.assign('/');
  } catch (error) {
    say(toProblem(error).message, { tone: 'late' });
  }
}

async function leave(): Promise<void> {
  try {
    await peopleApi.signOut();
    forgetPending(sessionStorage);
    location.assign('/dang-nhap');
  } catch (error) {
    say(toProblem(error).message, { tone: 'late' });
  }
}
