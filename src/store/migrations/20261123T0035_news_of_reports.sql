-- Whoever approves a report is told at once that it waits, and its unit that it was received or has to be mended.
alter table notification
  drop constraint notification_kind_check,
  add constraint notification_kind_check check (kind in ('digest', 'nudge', 'recommended', 'answered', 'unsatisfied',
    'difficulty-sent', 'difficulty-forwarded', 'difficulty-answered', 'form-sent', 'returned', 'handed-on', 'extension-asked',
    'extension-granted', 'extension-declined', 'remedy-asked', 'remedy-reported', 'remedy-returned', 'remedy-ended',
    'remedy-moved', 'remedy-withdrawn', 'report-submitted', 'report-returned', 'report-received'));
