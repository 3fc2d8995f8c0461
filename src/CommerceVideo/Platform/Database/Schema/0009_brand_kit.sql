-- The brand kit as one thing: what all videos of a shop say and look like, its files, and which version made which video.

alter table brand_kit
  -- Its members as operators write them, without the casting, which has its column.
  add column content jsonb not null default '{}';

create table brand_file (
  shop_id uuid not null references shop (id) on delete cascade,
  -- Its key in storage.
  name text not null,
  kind text not null check (kind in ('picture', 'font', 'lut', 'music')),
  bytes bigint not null,
  facts text not null,
  created_at timestamptz not null,
  primary key (shop_id, name)
);

-- What the product costs now: the lowest price of its variants, and what all of them are compared with.
alter table product
  add column price_amount numeric(18, 6),
  add column price_currency text,
  add column compare_at_amount numeric(18, 6),
  add column prices_differ boolean not null default false;

-- What a person should know of a video although it was made.
alter table brief
  add column warnings text[] not null default '{}';

alter table rendition
  -- The version of the whole shop's kit, and of a collection's variant over it, that made it.
  add column kit_version int,
  add column kit_collection text,
  add column kit_variant int,
  -- The price that is written on it, in words.
  add column offer text,
  -- Since when another one stands in its place.
  add column replaced_at timestamptz,
  drop constraint rendition_brief_id_placement_key,
  -- One counts. Judged when the change is whole: one goes and another comes.
  add constraint rendition_in_force exclude using btree (brief_id with =, placement with =)
    where (replaced_at is null) deferrable initially deferred;
create index rendition_by_brief on rendition (brief_id);
