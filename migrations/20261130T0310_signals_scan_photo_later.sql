-- When a photograph that nobody looked through yet is offered to the virus scanner; empty once it was.
alter table signals.photo add column scan_at timestamptz;
update signals.photo set scan_at = added_on::timestamp at time zone 'Europe/Amsterdam' where scanned_at is null;
create index photo_to_scan on signals.photo (scan_at) where scan_at is not null;
