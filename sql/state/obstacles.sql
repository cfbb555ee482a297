-- What reports of key results leave open: what is in the way, help wanted, corrections proposed.
create table obstacles (
  like versioned including all,
  key_result_id uuid not null,
  check_in_id uuid not null,
  ordinal int not null,
  kind text not null,
  text text not null,
  open boolean not null,
  answer text,
  answered_by_id uuid
);

create index on obstacles (org_id, check_in_id) where to_position = 9223372036854775807;
create index on obstacles (org_id, key_result_id) where to_position = 9223372036854775807;
