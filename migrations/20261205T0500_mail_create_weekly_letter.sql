-- Who asked for the weekly letter: the one letter that holds words, and only words that were published. One a person, whatever
-- roles she holds; it goes when the last role in this organisation that reads them has ended.
create table mail.subscription (
  tenant_id uuid not null,
  -- the person
  id uuid primary key references accounts.person (id) on delete cascade,
  -- what was published from this moment on is news to her
  since timestamptz not null,
  due_at timestamptz not null check (due_at > since)
);
create index subscription_due on mail.subscription (due_at);

-- Between which moments the news of a weekly letter was published. The words themselves are read when it is handed over.
alter table mail.outbox
  add column news_from timestamptz,
  add column news_until timestamptz,
  add constraint outbox_news_is_a_period check ((news_from is null) = (news_until is null) and news_from < news_until);
-- one letter a person a week, also when its round was killed and is done again
create unique index outbox_one_weekly_letter on mail.outbox (tenant_id, person_id, news_until) where news_until is not null;

-- A demo hands over by writing down: there the words of a weekly letter stand here.
alter table mail.demo_letter
  add column subject text,
  add column body text,
  add constraint demo_letter_words_are_whole check ((subject is null) = (body is null));
