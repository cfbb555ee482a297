-- What stands in the way of key results.
create table obstacles (
  like versioned including all,
  key_result_id uuid not null,
  check_in_id uuid not null,
  ordinal int not null,
  text text not null,
  open boolean not null,
  answer text
);

create index on obstacles (org_id, check_in_id) where to_position = 9223372036854775807;
