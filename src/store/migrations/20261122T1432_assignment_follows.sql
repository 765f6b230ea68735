-- Who leads or monitors an item follows those who owe it, unless it stands among them: of communes that lead side by side
-- none is set over another. Said when the plan is given out; for what was given out before, by the same rule.
alter table assignment add column follows boolean not null default false;

with ranked as (
  select tenant_id, id, array_position(array['central', 'province', 'district', 'commune', 'village'], level) as rank
  from agency),
lowest as (
  select a.tenant_id, a.item_id, max(r.rank) as rank
  from assignment a join ranked r on r.tenant_id = a.tenant_id and r.id = a.first_agency_id
  where a.owes group by a.tenant_id, a.item_id),
named as (
  select tenant_id, item_id, role, printed, count(*) as n from assignment group by tenant_id, item_id, role, printed)
update assignment a set follows = true
from ranked r, named n
where a.role in ('lead', 'monitor') and r.tenant_id = a.tenant_id and r.id = a.first_agency_id
  and n.tenant_id = a.tenant_id and n.item_id = a.item_id and n.role = a.role and n.printed = a.printed
  and ((n.n = 1 and not a.owes)
    or r.rank < (select l.rank from lowest l where l.tenant_id = a.tenant_id and l.item_id = a.item_id));
