-- What the fidelity gate measured of each clip: every figure, kept whatever came of it.

create table clip_finding (
  id bigint generated always as identity primary key,
  shop_id uuid not null references shop (id) on delete cascade,
  generation_id uuid not null references generation (id) on delete cascade,
  name text not null,
  value double precision,
  unit text not null,
  op text not null check (op in ('<=', '>=')),
  pass_limit double precision,
  frame int,
  outcome text not null check (outcome in ('pass', 'review', 'reject', 'skipped')),
  why text,
  at timestamptz not null
);
create index clip_finding_by_generation on clip_finding (generation_id);

alter table generation
  add column verdict text check (verdict in ('pass', 'review', 'reject'));
