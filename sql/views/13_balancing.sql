-- Which health metrics stand beside an objective: its own, those of the owning team, and those of all.
create view balancing as
select h.*, b.id as balanced_id, b.visibility as balanced_visibility, b.state as balanced_state
from objectives b
join health_metric h on h.org_id = b.org_id and (
  h.objective_id = b.id or h.team_id = b.owner_team_id or (h.objective_id is null and h.team_id is null)
);
