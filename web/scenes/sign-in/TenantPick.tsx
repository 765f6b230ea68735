import type { SignInPage } from '../../../src/people/views.ts';

/** Which customer one belongs to, where the server serves several; nothing where there is one. */
export function TenantPick({
  page,
  value,
  onChange,
}: {
  page: SignInPage;
  value: string;
  onChange: (code: string) => void;
}) {
  if (page.tenants.length < 2) return null;
  return (
    <label className="form-field">
      <span className="label">Đơn vị</span>
      <select className="input" value={value} onChange={({ target }) => onChange(target.value)}>
        {page.tenants.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
