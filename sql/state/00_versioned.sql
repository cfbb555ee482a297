-- What every table has: a row for each span of positions in which a noun stood as it did. The row that holds now
-- is the one that never ends; it is changed in place, and what it was is laid down beside it.
create table versioned (
  org_id uuid not null,
  id uuid not null,
  from_position bigint not null,
  to_position bigint not null default 9223372036854775807,
  created_position bigint not null,
  check (to_position > from_position),
  primary key (org_id, id, to_position)
);
