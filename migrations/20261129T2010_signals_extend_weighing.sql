-- Why a second person agreed that a signal weighs less: words without a person in them, which she read before she agreed.
alter table signals.weighing add column agreed_reason text check (length(agreed_reason) between 20 and 1000);
alter table signals.weighing drop constraint weighing_check;
alter table signals.weighing add constraint weighing_overruled check (advice = outcome or because is not null or agreed_reason is not null);
alter table signals.weighing add constraint weighing_agreed check ((agreed_reason is null) = (agreed_by_name is null));
