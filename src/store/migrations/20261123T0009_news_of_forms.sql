-- Whoever is to answer a form is told at once that it came in, as they are of other work that reaches them.
alter table notification
  drop constraint notification_kind_check,
  add constraint notification_kind_check check (kind in ('digest', 'nudge', 'recommended', 'answered', 'unsatisfied',
    'difficulty-sent', 'difficulty-forwarded', 'difficulty-answered', 'form-sent', 'returned', 'handed-on', 'extension-asked',
    'extension-granted', 'extension-declined'));
