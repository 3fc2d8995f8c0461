-- Provenance: what sidecars are signed with, and what is known of each finished file.

create table signing_key (
  -- RFC 7638 thumbprint of the public half.
  id text primary key,
  -- A JWK, told to everybody for ever: what it signed has to verify when it signs no more.
  public_key text not null,
  -- Sealed; gone once it is retired.
  private_key bytea,
  created_at timestamptz not null,
  retired_at timestamptz,
  constraint signing_key_retired_cannot_sign check ((retired_at is null) = (private_key is not null))
);
-- Whoever starts first makes it.
create unique index signing_key_one_signs on signing_key ((true)) where retired_at is null;

create table film_record (
  -- Cannot be guessed; the file itself names it.
  id text primary key,
  -- What is left when a shop is erased says nothing of the shop: hashes, models, times.
  shop_id uuid references shop (id) on delete set null,
  brief_id uuid references brief (id) on delete set null,
  sha256 text not null,
  poster_sha256 text not null,
  -- The signed sidecar, and the same as a file in storage.
  sidecar text not null,
  sidecar_key text not null,
  made_at timestamptz not null
);
create index film_record_by_file on film_record (sha256);
create index film_record_by_poster on film_record (poster_sha256);
