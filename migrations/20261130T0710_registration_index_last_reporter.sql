-- As whom an organisation registered last: what a new registration is filled in with.
create index registration_by_draft on registration.registration (tenant_id, drafted_on desc, id desc);
