-- Parts of key results that people took on; what somebody who was released had reached goes on counting.
create table contributions (
  like versioned including all,
  key_result_id uuid not null,
  person_id uuid not null,
  target numeric not null,
  current numeric,
  assigned boolean not null,
  released boolean not null,
  recorded_at timestamptz not null
);

-- However many organizations are small, none is taken for one of a single row, whose rows could all be looked through.
alter table contributions alter column org_id set (n_distinct = -0.01);

create index on contributions (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
create index on contributions (org_id, person_id, created_position) where to_position = 9223372036854775807;
