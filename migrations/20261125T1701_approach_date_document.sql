-- A document has a date of its own; nobody adopts it before that day.
alter table approach.scan_answer
  add column document_on date,
  add constraint scan_answer_adopted_after_document check (decided_on is null or document_on is null or decided_on >= document_on);

-- The level of a theme on the day a scan was settled: for comparing groups of municipalities, never shown one by one.
create table approach.theme_level (
  tenant_id uuid not null,
  theme text not null,
  framework text not null,
  level smallint not null check (level between 0 and 4),
  settled_on date not null,
  primary key (tenant_id, theme)
);
