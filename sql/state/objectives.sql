-- Objectives; `key_results` counts those ever added, for their keys. `members` are the people of the owning team when
-- the objective ended, of whom each was expected what its key results expect of each.
create table objectives (
  like versioned including all,
  key text not null,
  title text not null,
  description text,
  ambition text not null,
  objective_type text not null,
  visibility text not null,
  due_on date,
  priority_rank int,
  strategy text,
  verb text,
  what text,
  purpose text,
  mission_statement text,
  why_important text,
  customer_value text,
  business_value text,
  bigger_picture text,
  intent text not null,
  discipline text,
  source text,
  origin text not null,
  state text not null,
  activated_at timestamptz,
  closed_at timestamptz,
  cycle_id uuid not null,
  owner_team_id uuid,
  owner_person_id uuid,
  accountable_person_id uuid,
  creator_id uuid not null,
  follow_up_id uuid,
  mentorship_id uuid,
  withdrawn_because text,
  members uuid[],
  key_results int not null,
  version int not null
);

-- However many organizations are small, none is taken for one of a single row, whose rows could all be looked through.
alter table objectives alter column org_id set (n_distinct = -0.01);

create index on objectives (org_id, created_position) where to_position = 9223372036854775807;
create index on objectives (org_id, cycle_id, created_position) where to_position = 9223372036854775807;
create index on objectives (org_id, owner_team_id, created_position) where to_position = 9223372036854775807;
create index on objectives (org_id, owner_person_id, created_position) where to_position = 9223372036854775807;
create index on objectives (org_id, mentorship_id, created_position) where to_position = 9223372036854775807;
create index on objectives (org_id, id) where visibility = 'PRIVATE';
create index on objectives (org_id, follow_up_id)
  where to_position = 9223372036854775807 and follow_up_id is not null;
