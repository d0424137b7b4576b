-- Asking advice about a signal without saying whom or where it is about. The question holds nothing that identifies, and is sealed.
create table signals.consultation (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  dossier_id uuid not null,
  partner text not null check (partner in ('care-coordinator', 'comensha', 'veilig-thuis')),
  -- the message between organisations; empty when it was asked by telephone or in person
  message_id uuid,
  question bytea not null,
  asked_on date not null,
  asked_by uuid not null,
  asked_by_name text not null,
  answered_on date,
  advice bytea,
  advised_step text check (advised_step in ('watch', 'talk-with-person', 'hand-over-care', 'hand-over-safety', 'call-112')),
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references signals.signal_report (tenant_id, id),
  check ((answered_on is null) = (advice is null) and (answered_on is null) = (advised_step is null))
);
create index consultation_by_report on signals.consultation (tenant_id, report_id, id desc);

-- What is asked before a signal about a person leaves. A later row takes the place of an earlier one.
create table signals.leaving_answer (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  dossier_id uuid not null,
  answered_on date not null,
  answered_by uuid not null,
  answered_by_name text not null,
  person_knows text not null check (person_knows in ('yes', 'no', 'unknown')),
  person_wants text not null check (person_wants in ('yes', 'no', 'unknown')),
  has_safe_way text not null check (has_safe_way in ('yes', 'no', 'unknown')),
  not_told_because bytea,
  look_again_on date,
  reporter_agrees boolean not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references signals.signal_report (tenant_id, id),
  -- who was not told: why, and when somebody looks at that again
  check (person_knows <> 'no' or (not_told_because is not null and look_again_on is not null))
);
create index leaving_answer_by_report on signals.leaving_answer (tenant_id, report_id, id desc);

-- A signal handed over to another organisation. It is passed on only by the receiver's receipt.
create table signals.handover (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  dossier_id uuid not null,
  channel text not null check (channel in ('police', 'labour-authority', 'border-police', 'riec', 'care-coordinator', 'veilig-thuis', 'comensha')),
  -- the content that said what may be sent, and on what it rests
  edition_id text not null,
  edition_version integer not null,
  -- the message between organisations; empty when it was handed over by hand
  message_id uuid,
  handed_on date not null,
  handed_by uuid not null,
  handed_by_name text not null,
  -- the day by which the receiver must have confirmed
  answer_by date not null,
  -- when the exchange is asked again whether the receiver answered; empty when there is nothing to ask
  look_at timestamptz,
  received_on date,
  -- a function at the receiver; empty when the exchange confirmed it
  received_by text,
  declined_on date,
  decline_reason text check (decline_reason in ('not-for-us', 'known-already', 'too-little', 'no-answer')),
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references signals.signal_report (tenant_id, id),
  check (received_on is null or declined_on is null),
  check ((declined_on is null) = (decline_reason is null))
);
-- never twice: one hand-over to a channel is open or received at a time
create unique index handover_once on signals.handover (tenant_id, report_id, channel) where declined_on is null;
create index handover_to_look_at on signals.handover (look_at) where look_at is not null;
