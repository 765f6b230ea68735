-- What stands in no register of plans is told from plans in one way: a sending of a form, and the regime of reports of a year.
alter table plan drop constraint plan_kind_check;
alter table plan add constraint plan_kind_check check (kind in ('plan', 'form', 'regime'));
update plan set kind = 'regime'
from report_regime r where r.tenant_id = plan.tenant_id and r.plan_id = plan.id;
