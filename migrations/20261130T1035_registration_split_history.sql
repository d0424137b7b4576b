-- A number of an earlier year may be of one region and one kind of reporter: what there was before they joined.
alter table registration.history_count add column region text;
alter table registration.history_count add column reporter_type text;
alter table registration.history_count add constraint history_count_split check ((region is null) = (reporter_type is null));
alter table registration.history_count drop constraint history_count_tenant_id_series_year_as_of_key;
alter table registration.history_count add constraint history_count_of_a_day
  unique nulls not distinct (tenant_id, series, year, region, reporter_type, as_of);
