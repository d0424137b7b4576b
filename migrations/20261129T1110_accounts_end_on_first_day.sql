-- Somebody who was added by mistake can be taken out on the same day: such a membership holds on no day.
alter table accounts.membership drop constraint membership_check;
alter table accounts.membership add constraint membership_check check (valid_until is null or valid_until >= valid_from);
