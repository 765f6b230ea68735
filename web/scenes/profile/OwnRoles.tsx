import type { OwnAccount } from '../../../src/people/views.ts';
import { roleNames, sayRange, sayReach } from '../../words/people.ts';

export function OwnRoles({ own }: { own: OwnAccount }) {
  return (
    <section className="card panel" aria-labelledby="own-roles">
      <h2 id="own-roles">Vai trò của tôi</h2>
      {own.roles.length === 0 && <p>Chưa có vai trò nào. Hãy liên hệ người quản trị để được giao vai trò.</p>}
      <div>
        {own.roles.map((grant) => (
          <div key={grant.id} className="panel-row">
            <div>
              <b>{roleNames[grant.role].name}</b>, {sayReach(grant)}
              <small>
                {sayRange(grant)}
                {grant.state === 'later' && ' (chưa tới)'}
                {grant.delegatedBy && `; ${grant.delegatedBy} ủy quyền: ${grant.reason ?? ''}`}
              </small>
              <small>{roleNames[grant.role].does}</small>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
