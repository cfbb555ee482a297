-- Two people of whom one helps the other; its circle is these two.
create table mentorships (
  like versioned including all,
  mentor_id uuid not null,
  mentee_id uuid not null,
  mentee_aim text,
  mentor_support text,
  starts_on date not null,
  ends_on date,
  review_cadence text not null,
  follows_mentorship_id uuid,
  state text not null,
  ended_on date,
  ended_as text,
  ended_because text,
  recorded_at timestamptz not null,
  version int not null
);

create index on mentorships (org_id, mentor_id, created_position) where to_position = 9223372036854775807;
create index on mentorships (org_id, mentee_id, created_position) where to_position = 9223372036854775807;
create index on mentorships (org_id, follows_mentorship_id, created_position) where to_position = 9223372036854775807;
