-- Who asked for a computation may stop it.
alter table insight.run drop constraint run_ending_check;
alter table insight.run add constraint run_ending_check
  check (ending in ('done', 'too-long', 'died', 'lost', 'cancelled'));
