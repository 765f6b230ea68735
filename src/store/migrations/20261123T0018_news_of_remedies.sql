-- People are told at once when a remedy or a recommendation is given to their unit, reported as done, sent back, ended, moved or
-- withdrawn. As with news of work, 'news' is no step: it may come again, also of what has no day.
alter table notification
  drop constraint notification_kind_check,
  add constraint notification_kind_check check (kind in ('digest', 'nudge', 'recommended', 'answered', 'unsatisfied',
    'difficulty-sent', 'difficulty-forwarded', 'difficulty-answered', 'form-sent', 'returned', 'handed-on', 'extension-asked',
    'extension-granted', 'extension-declined', 'remedy-asked', 'remedy-reported', 'remedy-returned', 'remedy-ended',
    'remedy-moved', 'remedy-withdrawn'));

alter table remedy_reminder
  drop constraint remedy_reminder_step_check,
  add constraint remedy_reminder_step_check check (step in ('seven', 'three', 'one', 'overdue', 'head', 'focal', 'news')),
  alter column due drop not null,
  add constraint remedy_reminder_due_check check (due is not null or step = 'news');
drop index remedy_reminder_once;
create unique index remedy_reminder_once on remedy_reminder (tenant_id, remedy_id, officer_id, step, due) where step <> 'news';
