-- What reports of key results rest on.
create table evidence (
  like versioned including all,
  key_result_id uuid not null,
  check_in_id uuid not null,
  ordinal int not null,
  kind text not null,
  title text,
  uri text,
  sha256 text,
  occurred_on date
);

create index on evidence (org_id, check_in_id) where to_position = 9223372036854775807;
create index on evidence (org_id, key_result_id) where to_position = 9223372036854775807;
