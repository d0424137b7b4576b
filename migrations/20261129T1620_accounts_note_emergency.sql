-- A session that broke the glass shows so on every page, and only in that session does it open anything.
alter table accounts.session add column emergency_id uuid, add column emergency_until timestamptz,
  add constraint session_emergency_whole check ((emergency_id is null) = (emergency_until is null));
