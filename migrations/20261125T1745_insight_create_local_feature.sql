-- What a municipality says of itself that may bear on exploitation: greenhouses, distribution, holiday parks. Starts empty: nobody
-- fills it in advance. Every row has a source and the day it was true.
create table insight.local_feature (
  tenant_id uuid not null,
  feature text not null,
  is_present boolean not null,
  source text not null,
  as_of date not null,
  confirmed_by_name text not null,
  confirmed_at timestamptz not null,
  primary key (tenant_id, feature)
);
