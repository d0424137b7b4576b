create schema content;

-- What the field says, as it was released: lists, texts, numbers, each with the day it holds from. Append-only: records refer to the
-- edition they were made with.
create table content.edition (
  kind text not null,
  id text not null,
  version integer not null check (version > 0),
  sha256 text not null,
  valid_from date not null,
  -- the oldest day on which a part of it was last checked; null when a part never was
  verified_on date,
  body jsonb not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (kind, id, version)
);
create index edition_by_day on content.edition (kind, valid_from desc, version desc);

create function content.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'een uitgave verandert niet meer: maak een nieuwe versie' using errcode = '42501';
end $$;
create trigger refuse_change before update or delete on content.edition
  for each row execute function content.refuse_change();
