-- A district, or a commune, that leads or monitors follows of those below it the ones of its own area on the plan's day, not
-- those of every district of the customer. Null: everybody who owes the item. Ids are those the plan first named.
alter table assignment add column follows_only uuid[];

-- For what was given out before, by the same rule; whose area is told by under whom one stood that day.
with recursive bound as (
  select f.tenant_id, f.id, f.item_id, f.first_agency_id, f.owes, g.level, f.role, f.printed,
    coalesce(p.date, make_date(p.year, 1, 1)) as day
  from assignment f join agency g on g.tenant_id = f.tenant_id and g.id = f.first_agency_id
    join work_item i on i.tenant_id = f.tenant_id and i.id = f.item_id
    join plan p on p.tenant_id = i.tenant_id and p.id = i.plan_id
  where f.follows and g.level in ('district', 'commune')),
days as (select distinct tenant_id, day from bound),
above (tenant_id, day, id, at) as (
  select d.tenant_id, d.day, s.agency_id, s.agency_id
  from days d join agency_span s on s.tenant_id = d.tenant_id and s.valid_from <= d.day
    and (s.valid_to is null or s.valid_to >= d.day)
  union
  select u.tenant_id, u.day, u.id, s.parent_id
  from above u join agency_span s on s.tenant_id = u.tenant_id and s.agency_id = u.at and s.valid_from <= u.day
    and (s.valid_to is null or s.valid_to >= u.day)
  where s.parent_id is not null),
-- Its own committee, or the nearest one above it of its level.
seat as (
  select distinct on (b.tenant_id, b.id) b.tenant_id, b.id, u.at
  from bound b join above u on u.tenant_id = b.tenant_id and u.day = b.day and u.id = b.first_agency_id
    join agency c on c.tenant_id = u.tenant_id and c.id = u.at
  where c.kind = 'committee' and c.level = b.level
  order by b.tenant_id, b.id, u.at = b.first_agency_id desc),
named as (
  select tenant_id, item_id, role, printed, count(*) as n from assignment group by tenant_id, item_id, role, printed),
ranked as (
  select tenant_id, id, array_position(array['central', 'province', 'district', 'commune', 'village'], level) as rank
  from agency),
meant as (
  select b.tenant_id, b.id, h.first_agency_id as owes,
    case when r.rank > o.rank then exists (select from seat join above u on u.tenant_id = seat.tenant_id and u.at = seat.at
        where seat.tenant_id = b.tenant_id and seat.id = b.id and u.day = b.day and u.id = h.first_agency_id)
      else n.n = 1 and not b.owes end as followed
  from bound b
    join ranked o on o.tenant_id = b.tenant_id and o.id = b.first_agency_id
    join named n on n.tenant_id = b.tenant_id and n.item_id = b.item_id and n.role = b.role and n.printed = b.printed
    join assignment h on h.tenant_id = b.tenant_id and h.item_id = b.item_id and h.owes
    join ranked r on r.tenant_id = h.tenant_id and r.id = h.first_agency_id),
settled as (
  select tenant_id, id, array_agg(distinct owes order by owes) filter (where followed) as only, bool_and(followed) as whole
  from meant group by tenant_id, id)
update assignment a set follows = s.only is not null, follows_only = case when not s.whole then s.only end
from settled s where s.tenant_id = a.tenant_id and s.id = a.id;
