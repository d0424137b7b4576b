-- The stays that are not over, among those of ten years: every page of a shelter asks for them.
create index placement_running on shelter.placement (tenant_id, reserved_at desc, id desc)
  where refused_at is null and withdrawn_at is null and lapsed_at is null and no_show_at is null and departed_at is null;
