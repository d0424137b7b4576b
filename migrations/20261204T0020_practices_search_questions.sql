-- Questions are found by their words and by those of what was answered, as practices are.
alter table practices.question add column search tsvector not null generated always as (
  setweight(to_tsvector('dutch', title), 'A') || setweight(to_tsvector('dutch', text), 'B')
) stored;
create index on practices.question using gin (search);
alter table practices.answer add column search tsvector not null generated always as (to_tsvector('dutch', text)) stored;
create index on practices.answer using gin (search);
