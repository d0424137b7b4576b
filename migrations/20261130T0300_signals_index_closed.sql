-- The list of closed signals, far down: counted and turned over by this index alone, which holds what exclusion asks.
create index signal_report_closed on signals.signal_report (tenant_id, received_on desc, id desc) include (dossier_id)
  where closed_on is not null;
