import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { peopleProblems } from '../../../src/kernel/problems/people.ts';
import type { SignInPage } from '../../../src/people/views.ts';
import { PasswordField, TextField } from '../../components/Field.tsx';
import { ErrorState, Refusal, Skeleton } from '../../components/Notice.tsx';
import { signInApi } from '../../people-api.ts';
import { Door } from './Door.tsx';
import { ForgottenForm } from './ForgottenForm.tsx';
import { SecondStepForm } from './SecondStepForm.tsx';
import type { ProviderFailure } from './search.ts';
import { TenantPick } from './TenantPick.tsx';

const route = getRouteApi('/dang-nhap');

type Step = 'password' | 'second' | 'forgotten';

/** Đăng nhập: password, then a code where the account asks for one; another system; a forgotten password. */
export function SignInScene() {
  const { 'don-vi': tenant, 'tro-ve': failure, buoc } = route.useSearch();
  const page = useQuery({ queryKey: ['sign-in', tenant], queryFn: () => signInApi.page(tenant) });
  const [step, setStep] = useState<Step>(buoc === 'ma' ? 'second' : 'password');
  if (page.isPending)
    return (
      <Door title="Đăng nhập">
        <Skeleton lines={4} />
      </Door>
    );
  if (page.isError)
    return (
      <Door title="Đăng nhập">
        <ErrorState error={page.error} onRetry={() => void page.refetch()} />
      </Door>
    );
  if (page.data.empty && !page.data.demo) return <NobodyYet />;
  if (step === 'second') return <SecondStepForm onBack={() => setStep('password')} onDone={goIn} />;
  if (step === 'forgotten') return <ForgottenForm page={page.data} onBack={() => setStep('password')} />;
  return <PasswordForm page={page.data} failure={failure} onStep={setStep} />;
}

/** Where one was going when the session had ended; only ever a page of ours. */
function goIn(): void {
  const to = new URLSearchParams(location.search).get('tiep') ?? '/';
  const url = URL.canParse(to, location.origin) ? new URL(to, location.origin) : undefined;
  location.assign(url?.origin === location.origin ? url.href : '/');
}

function NobodyYet() {
  return (
    <Door
      title="Chưa thiết lập"
      sub="Máy chủ này chưa có tài khoản nào. Hãy mở liên kết thiết lập mà lệnh khởi động đã in ra trên máy chủ; nếu liên kết đã hết hạn, khởi động lại để có liên kết mới."
    >
      {null}
    </Door>
  );
}

function PasswordForm({
  page,
  failure,
  onStep,
}: {
  page: SignInPage;
  failure: ProviderFailure | undefined;
  onStep: (step: Step) => void;
}) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tenant, setTenant] = useState(page.tenant ?? page.tenants[0]?.code ?? '');
  const send = useMutation({
    mutationFn: () => signInApi.password(tenant || null, login, password),
    onSuccess: ({ step }) => (step === 'second' ? onStep('second') : goIn()),
    onError: () => {
      setPassword('');
      document.querySelector<HTMLInputElement>('input[name=password]')?.focus();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  const name = page.tenants.find(({ code }) => code === tenant)?.name;
  const refused = failure ? new Error(peopleProblems['provider-refused'].detail({ why: failure })) : null;
  return (
    <Door title="Đăng nhập" sub={page.tenants.length > 1 ? undefined : name}>
      <form className="door-form" onSubmit={submit}>
        <TenantPick page={page} value={tenant} onChange={setTenant} />
        <TextField
          label="Tên đăng nhập hoặc thư điện tử"
          name="username"
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus
          required
          value={login}
          onChange={setLogin}
        />
        <PasswordField
          label="Mật khẩu"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
        <Refusal error={send.error ?? (send.isIdle ? refused : null)} />
        <button type="submit" className="btn primary" disabled={send.isPending}>
          {send.isPending ? 'Đang đăng nhập…' : 'Đăng nhập'}
        </button>
      </form>
      <Others page={page} tenant={tenant} onForgotten={() => onStep('forgotten')} />
    </Door>
  );
}

/** Other ways in belong to the tenant the page was made for. */
function Others({ page, tenant, onForgotten }: { page: SignInPage; tenant: string; onForgotten: () => void }) {
  const providers = page.tenant === tenant ? page.providers : [];
  return (
    <div className="door-others">
      {providers.map(({ id, name }) => (
        <a key={id} className="btn" href={`/api/sign-in/providers/${id}?tenant=${encodeURIComponent(tenant)}`}>
          Đăng nhập bằng {name}
        </a>
      ))}
      <button type="button" className="link" onClick={onForgotten}>
        Quên mật khẩu
      </button>
    </div>
  );
}
