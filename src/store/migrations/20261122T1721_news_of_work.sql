-- People are told what others did that concerns them: a difficulty sent to their agency or answered, work returned or handed on to
-- them, an extension asked for, granted or declined. News of work has the work as its lines ('news' is no step and may come
-- again, also of work that waits for its day); news of a difficulty is about that. Letters: 'next' goes with the next morning's.
alter table notification
  drop constraint notification_kind_check,
  drop constraint notification_about_check,
  drop constraint notification_mail_check,
  add column difficulty_id uuid,
  add constraint notification_kind_check check (kind in ('digest', 'nudge', 'recommended', 'answered', 'unsatisfied',
    'difficulty-sent', 'difficulty-forwarded', 'difficulty-answered', 'returned', 'handed-on', 'extension-asked',
    'extension-granted', 'extension-declined')),
  add constraint notification_about_check check (
    (kind in ('recommended', 'answered', 'unsatisfied')) = (oversight_id is not null)
    and (kind in ('difficulty-sent', 'difficulty-forwarded', 'difficulty-answered')) = (difficulty_id is not null)),
  add constraint notification_mail_check
    check (mail in ('waiting', 'next', 'sending', 'sent', 'failed', 'off', 'no-address', 'no-server')),
  add foreign key (tenant_id, difficulty_id) references difficulty (tenant_id, id);
create index notification_next on notification (tenant_id, officer_id) where mail = 'next';

alter table reminder
  drop constraint reminder_step_check,
  add constraint reminder_step_check check (step in ('seven', 'three', 'one', 'overdue', 'head', 'focal', 'nudge', 'news')),
  alter column due drop not null,
  add constraint reminder_due_check check (due is not null or step = 'news');
drop index reminder_once;
create unique index reminder_once on reminder (tenant_id, occurrence_id, officer_id, step, due) where step not in ('nudge', 'news');
