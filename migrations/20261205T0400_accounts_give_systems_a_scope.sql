-- For which part of the interface between systems a system was registered: signals of a municipality, or places of a shelter. What
-- was registered before came for signals.
alter table accounts.system_client add column scope text not null default 'signalen' check (scope in ('signalen', 'opvang'));
alter table accounts.system_client alter column scope drop default;
