-- A consultation about persons has two kinds and no third: `signal`, of one municipality with its own officials, and `care`, a table of
-- care parties on a covenant.
--
-- `admits` says what may stand on the agenda or sit at the table: persons, or an authority that investigates. Items and participants
-- point at it, so that the database itself refuses the one while the other is there, also when both come at the same moment.
create table consultation.meeting (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('signal', 'care')),
  admits text check (admits in ('persons', 'enforcement')),
  title text not null,
  purpose text not null,
  on_day date not null,
  at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text not null,
  covenant_id uuid,
  chair_id uuid not null,
  chair_person_id uuid not null,
  chair_name text not null,
  state text not null check (state in ('planned', 'sitting', 'closed')),
  invited_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  version integer not null check (version > 0),
  primary key (tenant_id, id),
  unique (tenant_id, id, kind),
  unique (tenant_id, id, admits),
  foreign key (tenant_id, covenant_id) references consultation.covenant (tenant_id, id),
  check ((kind = 'care') = (covenant_id is not null)),
  check ((state = 'closed') = (closed_at is not null))
);
create index meeting_by_day on consultation.meeting (tenant_id, on_day desc, id);

-- Who takes part, and what she may see: everything, the question alone, or only what is not about a person.
create table consultation.participant (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  meeting_kind text not null,
  -- by the exchange, as a colleague who signs in here, or on paper
  way text not null check (way in ('organisation', 'colleague', 'paper')),
  organisation_id uuid,
  membership_id uuid,
  person_id uuid,
  name text not null,
  type text not null,
  sees text not null check (sees in ('all', 'question', 'topics')),
  added_at timestamptz not null,
  removed_at timestamptz,
  removed_by_name text,
  needs text generated always as (
    case when removed_at is null and type in ('police', 'border-police', 'prosecution', 'riec', 'tax', 'labour-inspectorate')
      then 'enforcement' end) stored,
  primary key (tenant_id, id),
  unique (tenant_id, id, meeting_id),
  foreign key (tenant_id, meeting_id, meeting_kind) references consultation.meeting (tenant_id, id, kind),
  foreign key (tenant_id, meeting_id, needs) references consultation.meeting (tenant_id, id, admits),
  check ((way = 'organisation') = (organisation_id is not null)),
  check ((way = 'colleague') = (membership_id is not null)),
  check ((membership_id is null) = (person_id is null)),
  -- one municipality, its own officials
  check (meeting_kind = 'care' or (way in ('colleague', 'paper') and type = 'own')),
  check ((removed_at is null) = (removed_by_name is null))
);
create unique index participant_once on consultation.participant (tenant_id, meeting_id, coalesce(organisation_id, membership_id))
  where removed_at is null and way <> 'paper';

-- One item of the agenda. About a person it has a dossier of its own, and what it says is sealed under its key.
create table consultation.item (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  meeting_kind text not null,
  number integer not null check (number > 0),
  purpose text not null,
  about_person boolean not null,
  topic text,
  dossier_id uuid,
  said bytea,
  ground text check (ground in ('consent', 'law', 'task')),
  law text check (law in ('wmo', 'jeugdwet')),
  consent_by text check (consent_by in ('person', 'guardian')),
  consent_how text check (consent_how in ('written', 'spoken')),
  consent_on date,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text check (withdrawn_why in ('consent', 'not-needed')),
  needs text generated always as (case when about_person and withdrawn_at is null then 'persons' end) stored,
  primary key (tenant_id, id),
  unique (tenant_id, id, meeting_id),
  unique (tenant_id, meeting_id, number),
  foreign key (tenant_id, meeting_id, meeting_kind) references consultation.meeting (tenant_id, id, kind),
  foreign key (tenant_id, meeting_id, needs) references consultation.meeting (tenant_id, id, admits),
  foreign key (tenant_id, dossier_id) references privacy.dossier (tenant_id, id),
  check (about_person = (topic is null) and about_person = (dossier_id is not null) and about_person = (said is not null)),
  -- each person on a ground: at a table of care parties consent or a law of care, within the municipality its task
  check (about_person = (ground is not null)),
  check (ground is null or (meeting_kind = 'care') = (ground in ('consent', 'law'))),
  check ((coalesce(ground, '') = 'law') = (law is not null)),
  check ((coalesce(ground, '') = 'consent') = (consent_on is not null)),
  check ((consent_on is null) = (consent_by is null) and (consent_on is null) = (consent_how is null)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);

-- A decision or an action: nothing else is written down. About a person it is sealed as its item is.
create table consultation.outcome (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('decision', 'action')),
  dossier_id uuid,
  topic text,
  said bytea,
  participant_id uuid,
  due_on date,
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  done_at timestamptz,
  done_how text check (done_how in ('done', 'stuck')),
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id, meeting_id) references consultation.item (tenant_id, id, meeting_id),
  foreign key (tenant_id, participant_id, meeting_id) references consultation.participant (tenant_id, id, meeting_id),
  check ((topic is null) = (said is not null) and (dossier_id is null) = (said is null)),
  check ((kind = 'action') = (due_on is not null)),
  check ((done_at is null) = (done_how is null))
);
create index outcome_of_meeting on consultation.outcome (tenant_id, meeting_id, recorded_at);

-- Who gets what: one row for each participant and each thing, with the message that carried it. What could not go says why.
create table consultation.part (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  participant_id uuid not null,
  what text not null check (what in ('invitation', 'item', 'outcome', 'closed')),
  -- the item, the outcome, or the meeting itself
  about_id uuid not null,
  consent_id uuid,
  message_id uuid,
  sent_at timestamptz,
  failed text,
  primary key (tenant_id, id),
  unique (tenant_id, participant_id, about_id, what),
  foreign key (tenant_id, participant_id, meeting_id) references consultation.participant (tenant_id, id, meeting_id),
  -- a colleague gets it without a message
  check (message_id is null or sent_at is not null)
);
create index part_of_meeting on consultation.part (tenant_id, meeting_id);

-- What another organisation shared, by reference: what it says stands in the message, and goes with its key.
create table consultation.received (
  tenant_id uuid not null,
  -- the message
  id uuid not null,
  organiser_id uuid not null,
  meeting_id uuid not null,
  what text not null check (what in ('invitation', 'item', 'decision', 'action', 'closed')),
  about_id uuid not null,
  -- whom it is about, where it is about somebody: the item at the organiser
  person_id uuid,
  due_on date,
  taken_in_at timestamptz not null,
  taken_in_by_name text not null,
  done_at timestamptz,
  done_how text check (done_how in ('done', 'stuck')),
  primary key (tenant_id, id),
  check ((done_at is null) = (done_how is null))
);
create index received_by_meeting on consultation.received (tenant_id, organiser_id, meeting_id);

-- That something was brought to the wrong place, and nothing of what: it belongs with the care and safety house or the RIEC.
create table consultation.turned_away (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  what text not null check (what in ('person', 'participant')),
  types text[] not null,
  at timestamptz not null,
  by_name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references consultation.meeting (tenant_id, id)
);
create index turned_away_of_meeting on consultation.turned_away (tenant_id, meeting_id);
