-- What a municipality told whom about trafficking: the campaign and prevention log. Never changed; what was wrong is withdrawn.
create table learning.campaign_entry (
  tenant_id uuid not null,
  id uuid not null,
  audience text not null,
  what text not null check (length(what) between 1 and 200),
  material text not null check (length(material) between 1 and 200),
  languages text[] not null check (cardinality(languages) between 1 and 40),
  reached integer check (reached between 0 and 10000000),
  held_on date not null,
  evidence_title text not null check (length(evidence_title) between 1 and 200),
  evidence_link text,
  recorded_by_name text not null,
  withdrawn_on date,
  primary key (tenant_id, id)
);
create index campaign_entry_by_day on learning.campaign_entry (tenant_id, held_on desc, id desc);
