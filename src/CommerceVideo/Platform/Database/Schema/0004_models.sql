-- Any model: keys of shops, what was bought and for how much, what is in flight, and what was learned.

create table provider_key (
  shop_id uuid not null references shop (id) on delete cascade,
  provider text not null,
  sealed bytea not null,
  changed_at timestamptz not null,
  primary key (shop_id, provider)
);

-- The ledger: one row for each approved attempt that may cost, there before the request goes out.
create table charge (
  id uuid primary key,
  shop_id uuid not null references shop (id) on delete cascade,
  provider text not null,
  model text not null,
  state text not null check (state in ('reserved', 'sent', 'settled', 'released', 'unclear')),
  reserved numeric(18, 6) not null,
  settled numeric(18, 6),
  currency text not null,
  asked jsonb not null,
  request_hash text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index charge_by_provider on charge (provider, state);

-- What each cap has already taken up: held is reserved and settled together. The cap is checked in the update that adds to it.
create table budget_use (
  shop_id uuid not null references shop (id) on delete cascade,
  scope text not null,
  held numeric(18, 6) not null,
  primary key (shop_id, scope)
);

-- A shop's own caps; what is null is the installation's.
create table budget (
  shop_id uuid primary key references shop (id) on delete cascade,
  day numeric(18, 6),
  month numeric(18, 6),
  run numeric(18, 6),
  currency text not null
);

-- What is really in flight at a provider, whichever process sent it.
create table provider_slot (
  generation_id uuid primary key references generation (id) on delete cascade,
  account text not null,
  model text not null,
  taken_at timestamptz not null
);
create index provider_slot_by_account on provider_slot (account, model, taken_at);

-- What happened to a model's requests and what was said of its clips: the router's health and learning.
create table model_event (
  id bigint generated always as identity primary key,
  shop_id uuid not null references shop (id) on delete cascade,
  provider text not null,
  model text not null,
  category text not null,
  kind text not null,
  detail text,
  seconds double precision,
  generation_id uuid,
  at timestamptz not null
);
create index model_event_recent on model_event (at, model);
create index model_event_learned on model_event (shop_id, category, model) where kind in ('approved', 'rejected', 'passed', 'failed_check');

alter table generation
  add column provider text not null default 'studio',
  add column size text not null default 'photo',
  add column seconds int not null default 0,
  add column ratio text not null default '1:1',
  add column route jsonb,
  add column warnings text[] not null default '{}',
  add column request_hash text,
  add column sent_at timestamptz,
  add column give_up_at timestamptz,
  add column looks int not null default 0,
  add column sends int not null default 0,
  add column hinted_ticket text,
  add column billed_amount numeric(18, 6);

-- A picture may be planned for the same use again: with another model, or with a person's note. Version 1 is the first.
alter table brief
  add column version int not null default 1,
  add column wanted_model text,
  add column note text,
  add column deadline_at timestamptz,
  add column run text,
  add column approved_amount numeric(18, 6),
  add column superseded boolean not null default false,
  add column reviewed_at timestamptz,
  drop constraint brief_product_id_content_hash_use_key,
  add unique (product_id, content_hash, use, version),
  drop constraint brief_state_check,
  add check (state in ('generating', 'finishing', 'review', 'publishing', 'done', 'rejected', 'not_possible', 'parked'));

-- A shop's prompt library: intent in plain Shots, named and versioned, free of any model.
create table recipe (
  id uuid primary key,
  shop_id uuid not null references shop (id) on delete cascade,
  name text not null,
  version int not null,
  use text not null,
  shots jsonb not null,
  note text,
  created_at timestamptz not null,
  unique (shop_id, name, version)
);

alter table brief
  add column recipe_id uuid references recipe (id) on delete set null;
