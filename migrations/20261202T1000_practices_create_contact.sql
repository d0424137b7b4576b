-- What a municipality confirmed of itself and lets others compare with: greenhouses, a border. Nothing about people.
create table practices.profile (
  tenant_id uuid not null,
  features text[] not null,
  shared_on date not null,
  primary key (tenant_id)
);

-- One municipality asks another to get in touch, or to visit: about how it did something, never about a case.
create table practices.contact (
  tenant_id uuid not null,
  id uuid not null,
  receiver_id uuid not null,
  wish text not null check (wish in ('call', 'we-visit', 'you-visit')),
  element text,
  practice_id uuid,
  question text not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  received_at timestamptz,
  received_by_name text,
  answer text,
  answered_by_name text,
  answered_at timestamptz,
  primary key (tenant_id, id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by_name is null)),
  check ((received_at is null) = (received_by_name is null)),
  check (answered_at is null or received_at is not null)
);
create index on practices.contact (receiver_id, asked_at desc);
