-- What somebody asked peers and experts, once it was looked over; published by who did. No case and no person is in it.
create table practices.question (
  tenant_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  title text not null,
  text text not null,
  element text,
  asked_on date not null,
  -- by this day somebody has answered, or a named adviser does
  answer_by date not null,
  published_at timestamptz not null,
  primary key (tenant_id, id)
);
create index on practices.question (id);
create index on practices.question (published_at desc, id);

-- What a peer or an expert answered, looked over too.
create table practices.answer (
  tenant_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  source_id uuid not null,
  text text not null,
  published_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, question_id) references practices.question (tenant_id, id)
);
create index on practices.answer (question_id, published_at);

-- That the answer helped whoever asked: one a question, in her own house.
create table practices.acceptance (
  tenant_id uuid not null,
  question_id uuid not null,
  answer_id uuid not null,
  accepted_on date not null,
  primary key (tenant_id, question_id)
);
create index on practices.acceptance (question_id);
