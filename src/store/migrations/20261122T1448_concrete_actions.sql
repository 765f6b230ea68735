-- Each change of a unit's concrete acts is an action of its own, so that two who work at once never write over each other. The rows
-- of `concrete_act` repeat the fold from here on; an act that was taken away leaves its row and stays in the log.

-- What there is becomes actions of whoever last set the list, as the audit log says.
with setter as (
  select distinct on (tenant_id, subject) tenant_id, subject as assignment_id, actor, at
  from audit_entry where action = 'assignment.acts-set' order by tenant_id, subject, at desc
), said as (
  select c.*, s.actor, s.at, 1 as part, null::text as village, jsonb_build_object('kind', 'add', 'text', c.text,
      'product', c.product, 'due', c.due, 'villages', coalesce((select jsonb_agg(v -> 'name') from jsonb_array_elements(c.villages) v), '[]')) as change
  from concrete_act c join setter s using (tenant_id, assignment_id)
  union all
  select c.*, s.actor, s.at, 2, v ->> 'name', jsonb_build_object('kind', 'tick', 'village', v -> 'name', 'on', v -> 'doneOn')
  from concrete_act c join setter s using (tenant_id, assignment_id) cross join jsonb_array_elements(c.villages) v
  where v ->> 'doneOn' is not null
  union all
  select c.*, s.actor, s.at, 3, null, jsonb_build_object('kind', 'done', 'on', c.done_on)
  from concrete_act c join setter s using (tenant_id, assignment_id) where c.done_on is not null
  union all
  select c.*, s.actor, s.at, 4, null, jsonb_build_object('kind', 'remove')
  from concrete_act c join setter s using (tenant_id, assignment_id) where c.removed_at is not null
)
insert into assignment_action (tenant_id, assignment_id, seq, id, occurrence_id, at, day, by, agency_id, source, act)
select said.tenant_id, said.assignment_id,
  a.seq + row_number() over (partition by said.tenant_id, said.assignment_id order by said.position, said.id, said.part, said.village),
  gen_random_uuid(), null, said.at, (said.at at time zone 'Asia/Ho_Chi_Minh')::date, said.actor, null, 'web',
  jsonb_build_object('kind', 'concrete', 'concreteId', said.id, 'change', said.change)
from said join assignment a on a.tenant_id = said.tenant_id and a.id = said.assignment_id;

update assignment a set seq = last.seq
from (select tenant_id, assignment_id, max(seq) as seq from assignment_action group by tenant_id, assignment_id) last
where last.tenant_id = a.tenant_id and last.assignment_id = a.id and last.seq > a.seq;

delete from concrete_act where removed_at is not null;
alter table concrete_act drop column removed_at;
alter table concrete_act drop constraint concrete_act_pkey;
alter table concrete_act add primary key (tenant_id, assignment_id, id);
drop index concrete_act_by_assignment;
