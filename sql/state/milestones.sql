-- Steps of key results that are measured by milestones.
create table milestones (
  like versioned including all,
  key_result_id uuid not null,
  ordinal int not null,
  title text not null,
  weight numeric not null,
  due_on date,
  done boolean not null
);

create index on milestones (org_id, key_result_id) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on milestones (org_id, key_result_id, to_position);
