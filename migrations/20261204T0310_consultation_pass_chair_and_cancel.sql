-- A consultation may be cancelled before it begins, and its chair may pass to a colleague; both are told to who takes part.
alter table consultation.meeting add column cancelled_at timestamptz,
  add constraint meeting_cancelled_is_closed check (cancelled_at is null or state = 'closed');
alter table consultation.part drop constraint part_what_check,
  add constraint part_what_check check (what in ('invitation', 'item', 'outcome', 'closed', 'chair', 'cancelled'));
alter table consultation.received drop constraint received_what_check,
  add constraint received_what_check
    check (what in ('invitation', 'item', 'decision', 'action', 'closed', 'chair', 'cancelled'));
