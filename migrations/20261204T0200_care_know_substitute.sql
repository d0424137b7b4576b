-- Whether somebody stands in may be unknown, which is something else than that nobody does.
alter table care.offer_version alter column has_substitute drop not null;
