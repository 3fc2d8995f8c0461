-- What a shop chose itself: a model for one type of product or for all, and what it never wants.

create table route_choice (
  shop_id uuid not null references shop (id) on delete cascade,
  product_type text not null,
  wanted text,
  not_wanted text[] not null default '{}',
  primary key (shop_id, product_type)
);
