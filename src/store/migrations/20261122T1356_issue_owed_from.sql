-- From which day on what the plan comes to is owed, as said when it was issued: what was over before is left out. Null: all of
-- its year, as for every issue until now.
alter table issue add column owed_from date;
