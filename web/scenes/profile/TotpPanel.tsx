import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { OwnAccount, TotpSetup } from '../../../src/people/views.ts';
import { PasswordField, TextField } from '../../components/Field.tsx';
import { Refusal } from '../../components/Notice.tsx';
import { focusHeading } from '../../components/Scene.tsx';
import { Tag } from '../../components/Tag.tsx';
import { peopleApi, type WithCodes } from '../../people-api.ts';
import { useOwnStep } from './own.ts';

type Doing = 'nothing' | 'begin' | 'remove' | 'codes';

/** Xác thực hai bước: switched on with a code of the app, off with the password; recovery codes for a lost telephone. */
export function TotpPanel({ own }: { own: OwnAccount }) {
  const client = useQueryClient();
  const [doing, setDoing] = useState<Doing>('nothing');
  const [setup, setSetup] = useState<TotpSetup | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const keep = ({ account, recoveryCodes }: WithCodes): void => {
    client.setQueryData(['own-account'], account);
    setCodes(recoveryCodes);
    setSetup(null);
    setDoing('nothing');
  };
  // The button that had the focus goes: the keyboard goes on from the top of the page.
  const stop = (go: () => void): void => {
    go();
    focusHeading();
  };
  return (
    <section className="card panel" aria-labelledby="own-totp">
      <h2 id="own-totp">
        Xác thực hai bước <Tag tone={own.totp ? 'ok' : 'idle'}>{own.totp ? 'đang bật' : 'chưa bật'}</Tag>
      </h2>
      {codes && <RecoveryCodes codes={codes} onDone={() => stop(() => setCodes(null))} />}
      {!codes && setup && <Confirm setup={setup} onDone={keep} onStop={() => stop(() => setSetup(null))} />}
      {!codes && !setup && doing === 'nothing' && <Standing own={own} onDo={setDoing} />}
      {!codes && !setup && doing !== 'nothing' && (
        <AskPassword
          doing={doing}
          onStop={() => stop(() => setDoing('nothing'))}
          onSetup={(made) => {
            setSetup(made);
            setDoing('nothing');
          }}
          onCodes={keep}
        />
      )}
    </section>
  );
}

function Standing({ own, onDo }: { own: OwnAccount; onDo: (doing: Doing) => void }) {
  if (!own.totp)
    return (
      <>
        <p>
          Khi đăng nhập, ngoài mật khẩu còn nhập mã 6 chữ số từ ứng dụng trên điện thoại. Lộ mật khẩu vẫn chưa vào được.
        </p>
        <div className="row">
          <Button className="btn" onPress={() => onDo('begin')}>
            Bật xác thực hai bước
          </Button>
        </div>
      </>
    );
  return (
    <>
      <p>Còn {own.recoveryLeft} mã khôi phục chưa dùng.</p>
      <div className="row">
        <Button className="btn" onPress={() => onDo('codes')}>
          Làm mã khôi phục mới
        </Button>
        <Button className="btn" onPress={() => onDo('remove')}>
          Tắt xác thực hai bước
        </Button>
      </div>
    </>
  );
}

const asked = {
  begin: 'Tiếp tục',
  remove: 'Tắt xác thực hai bước',
  codes: 'Làm mã mới, bỏ mã cũ',
} as const;

/** Each of these asks for the password: a screen left open must not be enough. */
function AskPassword({
  doing,
  onStop,
  onSetup,
  onCodes,
}: {
  doing: 'begin' | 'remove' | 'codes';
  onStop: () => void;
  onSetup: (setup: TotpSetup) => void;
  onCodes: (made: WithCodes) => void;
}) {
  const [password, setPassword] = useState('');
  const remove = useOwnStep(peopleApi.removeTotp, 'Đã tắt xác thực hai bước.', onStop);
  const begin = useMutation({ mutationFn: peopleApi.beginTotp, onSuccess: onSetup });
  const codes = useMutation({ mutationFn: peopleApi.newCodes, onSuccess: onCodes });
  const send = { begin, remove, codes }[doing];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate(password);
  };
  return (
    <form className="panel-form" onSubmit={submit}>
      <PasswordField
        label="Mật khẩu hiện tại"
        autoComplete="current-password"
        autoFocus
        required
        value={password}
        onChange={setPassword}
      />
      <Refusal error={send.error} />
      <div className="row">
        <button type="submit" className="btn primary" disabled={send.isPending}>
          {asked[doing]}
        </button>
        <Button className="btn" onPress={onStop}>
          Thôi
        </Button>
      </div>
    </form>
  );
}

function Confirm({
  setup,
  onDone,
  onStop,
}: {
  setup: TotpSetup;
  onDone: (made: WithCodes) => void;
  onStop: () => void;
}) {
  const [code, setCode] = useState('');
  const send = useMutation({ mutationFn: () => peopleApi.confirmTotp(code), onSuccess: onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <>
      <div className="qr">
        <svg viewBox={`0 0 ${setup.size} ${setup.size}`} role="img" aria-label="Mã QR cho ứng dụng xác thực">
          <rect width={setup.size} height={setup.size} fill="#fff" />
          <path d={setup.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
        <div>
          <p>
            Mở ứng dụng xác thực (Google Authenticator, Microsoft Authenticator…), chọn thêm tài khoản rồi quét mã này.
          </p>
          <p>
            Không quét được, hãy nhập khóa: <code>{setup.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
          </p>
        </div>
      </div>
      <form className="panel-form" onSubmit={submit}>
        <TextField
          label="Mã 6 chữ số ứng dụng đang hiện"
          className="input code-input"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          autoFocus
          required
          value={code}
          onChange={setCode}
        />
        <Refusal error={send.error} />
        <div className="row">
          <button type="submit" className="btn primary" disabled={send.isPending}>
            Bật xác thực hai bước
          </button>
          <Button className="btn" onPress={onStop}>
            Thôi
          </Button>
        </div>
      </form>
    </>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  return (
    <>
      <p>
        Hãy in hoặc chép các mã khôi phục này và cất nơi an toàn. Mỗi mã thay cho điện thoại một lần; Thang chỉ hiện lần
        này.
      </p>
      <ul className="codes" aria-label="Mã khôi phục">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row">
        <Button className="btn primary" onPress={onDone}>
          Tôi đã cất mã
        </Button>
        <Button className="btn" onPress={() => void navigator.clipboard.writeText(codes.join('\n'))}>
          Chép
        </Button>
      </div>
    </>
  );
}
