-- A word that stands in many answers: the newest of them are found by their day, instead of every one being read and sorted.
create index on practices.answer (published_at desc, id);
