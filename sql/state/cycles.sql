-- Spans of time for which objectives are set; `objectives` counts those ever drafted, for their keys.
create table cycles (
  like versioned including all,
  key text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  cadence text not null,
  state text not null,
  started_at timestamptz,
  reviewed_at timestamptz,
  closed_at timestamptz,
  parent_id uuid,
  objectives int not null,
  version int not null
);

create unique index on cycles (org_id, key) where to_position = 9223372036854775807;
create index on cycles (org_id, parent_id) where to_position = 9223372036854775807;
create index on cycles (org_id, created_position) where to_position = 9223372036854775807;
