-- A finding as the functions below tell it: about what, when that was made, whose objective decides who sees it.
create type found as (
  org_id uuid,
  noun_id uuid,
  created_position bigint,
  objective_id uuid,
  cycle_id uuid,
  owner_team_id uuid,
  code text
);
