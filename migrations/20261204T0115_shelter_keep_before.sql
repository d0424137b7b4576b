-- What a place offered before it was changed: so that its history says what changed. Nothing sealed is in it.
alter table shelter.place_change add before jsonb check (before is null or kind = 'changed');
