-- Money is counted in one currency at a time, what was approved for a video says in which, and what is sent in a minute is
-- counted for each account.

-- Until now everything was counted in what each charge was paid in; a scope that holds nothing yet is in dollars.
alter table budget_use add column currency text not null default 'USD';
update budget_use used set currency = charge.currency
  from charge where charge.shop_id = used.shop_id and used.scope = any(charge.scopes);
alter table budget_use alter column currency drop default;
alter table budget_use drop constraint budget_use_pkey;
alter table budget_use add primary key (shop_id, scope, currency);

alter table brief add column approved_currency text;
update brief set approved_currency = 'USD' where approved_amount is not null;
alter table brief add constraint brief_approved_in_money check ((approved_amount is null) = (approved_currency is null));

alter table generation
  -- The provider's key that it was sent with, named without telling it.
  add column account text,
  -- Its Clip came and did not go on from the Shot before.
  add column join_broken boolean not null default false;
create index generation_sent on generation (account, model, sent_at);
