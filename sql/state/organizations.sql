-- The organization itself; its id is that of the log.
create table organizations (
  like versioned including all,
  name text not null,
  time_zone text not null,
  clock text not null,
  legal_hold text,
  version int not null
);
