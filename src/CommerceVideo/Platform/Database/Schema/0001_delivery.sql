-- One row per webhook Shopify delivered to us, written before it is acknowledged and handled afterwards.
create table delivery (
    id bigint generated always as identity primary key,
    shop_domain text collate "C" not null,
    webhook_id text collate "C" not null,
    topic text not null,
    api_version text,
    event_id text,
    triggered_at timestamptz,
    received_at timestamptz not null,
    body bytea not null,
    duplicates int not null default 0,
    state text not null default 'received' check (state in ('received', 'handled', 'parked')),
    handled_at timestamptz,
    reason_code text,
    reason_text text,
    unique (shop_domain, webhook_id)
);

create index delivery_waiting on delivery (id) where state = 'received';

-- The body is the bulk of the insert, and lz4 costs a fraction of the default pglz. A server built without lz4 keeps pglz.
do $$
begin
    alter table delivery alter column body set compression lz4;
exception
    when feature_not_supported or invalid_parameter_value then null;
end
$$;
