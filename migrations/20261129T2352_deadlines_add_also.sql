-- Who hears every alarm of a deadline beside the assignee, at the same moment: it falls to the assignee, she knows of it.
alter table deadlines.deadline add column also_id uuid;
