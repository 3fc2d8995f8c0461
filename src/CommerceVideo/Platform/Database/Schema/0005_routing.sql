-- Routing: what a shop chose itself (a model for one type of product or for all, and what it never wants), and whose turn it is.

create table route_choice (
  shop_id uuid not null references shop (id) on delete cascade,
  product_type text not null,
  wanted text,
  not_wanted text[] not null default '{}',
  primary key (shop_id, product_type)
);

-- A route counts who is before it: only the few that are open, however many there were.
create index generation_open on generation (model) where state in ('planned', 'reserved', 'submitting', 'submitted', 'running');
