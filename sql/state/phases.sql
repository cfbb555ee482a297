-- The phases of cycles, as they are planned.
create table phases (
  like versioned including all,
  cycle_id uuid not null,
  phase text not null,
  starts_on date not null,
  ends_on date not null
);

create index on phases (org_id, cycle_id) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on phases (org_id, cycle_id, to_position);
