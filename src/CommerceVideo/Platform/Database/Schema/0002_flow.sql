-- The flow, in order: shop, product, source_image, brief, generation, rendition, publication; and the work that is due.

create table shop (
  id uuid primary key,
  domain text not null unique,
  scopes text not null default '',
  access_token bytea,
  access_token_expires_at timestamptz,
  refresh_token bytea,
  refresh_token_expires_at timestamptz,
  installed_at timestamptz not null,
  uninstalled_at timestamptz
);

create table product (
  id uuid primary key,
  shop_id uuid not null references shop (id) on delete cascade,
  gid text not null,
  title text not null,
  product_type text,
  category text,
  tags text[] not null,
  status text not null,
  remote_updated_at timestamptz not null,
  synced_at timestamptz not null,
  deleted_at timestamptz,
  unique (shop_id, gid)
);

create table source_image (
  id uuid primary key,
  shop_id uuid not null references shop (id) on delete cascade,
  product_id uuid not null references product (id) on delete cascade,
  media_gid text not null,
  position int not null,
  alt text,
  address text not null,
  state text not null check (state in ('new', 'accepted', 'refused', 'gone')),
  content_hash text,
  file_key text,
  facts jsonb,
  reason_code text,
  reason_text text,
  seen_at timestamptz not null,
  unique (product_id, media_gid)
);

create table brief (
  id uuid primary key,
  shop_id uuid not null references shop (id) on delete cascade,
  product_id uuid not null references product (id) on delete cascade,
  source_image_id uuid not null references source_image (id) on delete cascade,
  content_hash text not null,
  use text not null,
  state text not null check (state in ('generating', 'finishing', 'publishing', 'done', 'not_possible', 'parked')),
  stale boolean not null default false,
  shots jsonb not null,
  reason_code text,
  reason_text text,
  created_at timestamptz not null,
  -- The same picture of the same product is planned once for a use, whatever Shopify calls it today.
  unique (product_id, content_hash, use)
);
create index brief_by_image on brief (source_image_id);

create table generation (
  id uuid primary key,
  shop_id uuid not null references shop (id) on delete cascade,
  brief_id uuid not null references brief (id) on delete cascade,
  shot int not null,
  number int not null,
  model text not null,
  why text not null,
  state text not null check (state in
    ('planned', 'reserved', 'submitting', 'submitted', 'running', 'collecting', 'collected',
     'failed', 'refused', 'unclear', 'cancelled')),
  ticket text,
  failure text,
  reason text,
  price_amount numeric(18, 6) not null,
  price_currency text not null,
  clip_key text,
  clip jsonb,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (brief_id, shot, number)
);

create table rendition (
  id uuid primary key,
  shop_id uuid not null references shop (id) on delete cascade,
  brief_id uuid not null references brief (id) on delete cascade,
  placement text not null,
  file_key text not null,
  sha256 text not null,
  bytes bigint not null,
  poster_key text not null,
  seconds double precision not null,
  width int not null,
  height int not null,
  created_at timestamptz not null,
  unique (brief_id, placement)
);

create table publication (
  id uuid primary key,
  shop_id uuid not null references shop (id) on delete cascade,
  product_id uuid not null references product (id) on delete cascade,
  rendition_id uuid not null references rendition (id) on delete cascade,
  channel text not null,
  state text not null check (state in
    ('planned', 'staged', 'attaching', 'processing', 'published', 'withdrawing', 'withdrawn', 'failed')),
  staged_address text,
  media_before text[] not null default '{}',
  media_gid text,
  alt text not null,
  tries int not null default 0,
  reason_code text,
  reason_text text,
  changed_at timestamptz not null,
  unique (rendition_id, channel)
);
create index publication_by_product on publication (product_id);

-- A step that is due: the truth that Quartz only wakes. One row a key, whatever asked for it and how often.
create table work (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null,
  shop_id uuid references shop (id) on delete cascade,
  lane text not null check (lane in ('light', 'heavy')),
  urgency smallint not null,
  state text not null default 'due' check (state in ('due', 'handed', 'running', 'parked')),
  due_at timestamptz not null,
  handed_at timestamptz,
  attempts int not null default 0,
  asked_again boolean not null default false,
  lease uuid,
  leased_until timestamptz,
  reason text,
  unique (kind, key)
);
create index work_due on work (lane, urgency, due_at) where state = 'due';
create index work_busy on work (state) where state in ('handed', 'running');
