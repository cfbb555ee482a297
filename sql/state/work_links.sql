-- Ties of work to other work, and to what it serves; `of_objective_id` is the objective that the other end belongs to.
create table work_links (
  like versioned including all,
  work_item_id uuid not null,
  objective_id uuid,
  to_work_item_id uuid,
  to_key_result_id uuid,
  to_objective_id uuid,
  of_objective_id uuid,
  kind text not null,
  weight numeric not null,
  note text
);

create index on work_links (org_id, work_item_id, created_position) where to_position = 9223372036854775807;
create index on work_links (org_id, to_work_item_id, created_position) where to_position = 9223372036854775807;
create index on work_links (org_id, to_key_result_id, created_position) where to_position = 9223372036854775807;
create index on work_links (org_id, to_objective_id, created_position) where to_position = 9223372036854775807;
-- What has ended is found in the past alone.
create index on work_links (org_id, work_item_id, to_position);
create index on work_links (org_id, to_work_item_id, to_position);
create index on work_links (org_id, to_key_result_id, to_position);
create index on work_links (org_id, to_objective_id, to_position);
