-- Knowledge must not leave with people: the day on which somebody else took the place of who carried the approach, and the first
-- day of a hand-over that belongs to it. Empty: that never happened.
alter table approach.element
  add column succeeded_on date,
  add column handover_from date,
  add constraint element_succession check ((succeeded_on is null) = (handover_from is null) and handover_from <= succeeded_on);
