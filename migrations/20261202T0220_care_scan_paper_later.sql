-- A document that came while there was no scanner is offered to the one there is later.
alter table care.paper add column scan_at timestamptz;
update care.paper set scan_at = added_on::timestamp at time zone 'Europe/Amsterdam' where scanned_at is null;
create index paper_to_scan on care.paper (scan_at) where scan_at is not null;
