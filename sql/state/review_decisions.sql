-- What reviews decided; `of_objective_id` is the objective, also where the decision is about one of its key results or
-- work for it, and `edits` how often that had been edited then.
create table review_decisions (
  like versioned including all,
  review_id uuid not null,
  objective_id uuid,
  key_result_id uuid,
  work_item_id uuid,
  of_objective_id uuid,
  edits int,
  in_favour_of_objective_id uuid,
  in_favour_of_key_result_id uuid,
  decision text not null,
  reason text not null,
  place bigint not null
);

create index on review_decisions (org_id, review_id) where to_position = 9223372036854775807;
create index on review_decisions (org_id, of_objective_id) where to_position = 9223372036854775807;
create index on review_decisions (org_id, work_item_id) where to_position = 9223372036854775807;
