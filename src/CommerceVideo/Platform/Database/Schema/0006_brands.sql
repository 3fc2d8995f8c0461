-- Brands: what all videos of a shop have in common. A kit is never changed, it gets a next version; a shop has one kit and,
-- where it wants them, variants for collections ('' is the whole shop). House models and places are rows of their own, so
-- that a person who takes consent back is erased from every version at once.

create table casting_reference (
  id uuid primary key,
  shop_id uuid not null references shop (id) on delete cascade,
  -- The same through all replacements.
  line_id uuid not null,
  kind text not null check (kind in ('person', 'place')),
  name text not null,
  looks text not null,
  pictures jsonb not null,
  consent_by text,
  consent_on date,
  created_at timestamptz not null,
  constraint casting_reference_consent check (kind = 'place' or (consent_by is not null and consent_on is not null))
);
create index casting_reference_by_shop on casting_reference (shop_id, line_id);

create table brand_kit (
  shop_id uuid not null references shop (id) on delete cascade,
  collection text not null,
  version int not null,
  -- The casting, in its order.
  casting uuid[] not null,
  created_at timestamptz not null,
  primary key (shop_id, collection, version)
);

-- Handles of the collections that a product is in: they decide which variant of the kit counts.
alter table product
  add column collections text[] not null default '{}';

-- What a brand allows beside what it never wants: these models alone, and so much for one video.
alter table route_choice
  add column only_these text[] not null default '{}',
  add column most_amount numeric(18, 6),
  add column most_currency text;
