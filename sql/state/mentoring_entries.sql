-- What people note, ask, answer, worry about and make of something, in a mentorship or beside it. Where not everybody may see it, an entry has a circle of
-- its own. `consents` are the people who agreed that everybody may read their story.
create table mentoring_entries (
  like versioned including all,
  mentorship_id uuid,
  meeting_id uuid,
  key_result_id uuid,
  author_id uuid not null,
  of_person_id uuid,
  answered_entry_id uuid,
  attachment_id uuid,
  closed_by_id uuid,
  kind text not null,
  text text not null,
  shown_to text not null,
  due_on date,
  challenge text,
  months_after int,
  behaviour text,
  background text,
  outcome text,
  resolution text,
  lesson text,
  deferred_because text,
  as_example boolean not null,
  consents uuid[] not null,
  recorded_at timestamptz not null,
  settled_at timestamptz,
  version int not null
);

create index on mentoring_entries (org_id, mentorship_id, created_position) where to_position = 9223372036854775807;
create index on mentoring_entries (org_id, meeting_id, created_position) where to_position = 9223372036854775807;
create index on mentoring_entries (org_id, key_result_id, created_position) where to_position = 9223372036854775807;
create index on mentoring_entries (org_id, of_person_id, created_position) where to_position = 9223372036854775807;
create index on mentoring_entries (org_id, answered_entry_id) where to_position = 9223372036854775807;
create index on mentoring_entries (org_id, created_position) where to_position = 9223372036854775807 and kind = 'STORY';
create index on mentoring_entries (org_id, author_id, created_position) where to_position = 9223372036854775807;
create index on mentoring_entries (org_id, attachment_id, created_position) where to_position = 9223372036854775807;
create index on mentoring_entries (org_id, closed_by_id, created_position) where to_position = 9223372036854775807;
