-- One thing that must be in order before a part of the product is switched on in an organisation: who settled it, when, where that
-- can be read, and until when it holds. Renewing is a new row; revoking is filled in once. What holds today is never stored.
create table privacy.gate_tick (
  tenant_id uuid not null,
  id uuid not null,
  feature text not null,
  kind text not null check (kind in ('dpia', 'fg-advice', 'processing-agreement', 'register-entry', 'archive-category', 'works-council')),
  decided_on date not null,
  -- name and function of who settled it
  decided_by text not null check (length(decided_by) between 1 and 200),
  -- title and place of the paper
  evidence text not null check (length(evidence) between 1 and 400),
  -- which category of the selection list, for the archive
  category text check (length(category) <= 200),
  valid_until date not null check (valid_until > decided_on),
  -- the activities it was settled for, each with the version that held then
  covers jsonb not null check (jsonb_typeof(covers) = 'object'),
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by_name text,
  revoke_reason text check (length(revoke_reason) <= 1000),
  primary key (tenant_id, id),
  check ((kind = 'archive-category') = (category is not null)),
  check ((revoked_at is null) = (revoked_by_name is null) and (revoked_at is null) = (revoke_reason is null))
);
create index gate_tick_by_feature on privacy.gate_tick (tenant_id, feature, kind, valid_until) where revoked_at is null;

create function privacy.keep_tick() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'een vastgelegd vinkje blijft staan' using errcode = '42501'; end if;
  if old.revoked_at is not null or new.revoked_at is null
    or to_jsonb(new) - 'revoked_at' - 'revoked_by_name' - 'revoke_reason'
      <> to_jsonb(old) - 'revoked_at' - 'revoked_by_name' - 'revoke_reason' then
    raise exception 'een vastgelegd vinkje kan alleen worden ingetrokken' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_tick before update or delete on privacy.gate_tick for each row execute function privacy.keep_tick();
