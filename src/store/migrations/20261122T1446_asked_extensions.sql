-- A unit asks for another day: the day and the reason wait for an answer, `declined` says why it was not given. The columns
-- repeat the fold, as the others do.
alter table occurrence
  add column asked_due date,
  add column asked_reason text,
  add column declined text;
-- What waits for an answer: few of very many.
create index occurrence_asked on occurrence (tenant_id, item_id) where asked_due is not null;
