-- What somebody at the table of another organisation brought in: what it says stands in the message, and goes with its key. Here stands who
-- brought it, and when to look whether the chair answered.
create table consultation.brought (
  tenant_id uuid not null,
  -- the message; the item has the same id when the chair puts it on the agenda
  id uuid not null,
  organiser_id uuid not null,
  meeting_id uuid not null,
  about_person boolean not null,
  brought_at timestamptz not null,
  brought_by uuid not null,
  brought_by_person uuid not null,
  look_at timestamptz,
  primary key (tenant_id, id)
);
create index brought_to_meeting on consultation.brought (tenant_id, meeting_id);
create index brought_to_look on consultation.brought (look_at, tenant_id, id) where look_at is not null;
