-- How a source from outside may be reached opens the same way as who a person is: with a reason that stays. It is no person of the signal.
alter table signals.identity_opening alter column identity_id drop not null;
