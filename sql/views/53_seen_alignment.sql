-- The alignments of which somebody sees both ends, with what is supported: what the rest would tell is not theirs.
create function seen_alignment(org_id uuid, viewer uuid) returns table (
  id uuid, created_position bigint, objective_id uuid, to_key_result_id uuid, supported_id uuid,
  supported_state text, supported_level text, stated boolean
)
language sql stable
begin atomic
  select
    a.id, a.created_position, a.objective_id, a.to_key_result_id, a.supported_objective_id,
    a.supported_state, a.supported_level, a.contribution_statement is not null
  from alignment a
  where a.org_id = seen_alignment.org_id
    and sees(a.org_id, seen_alignment.viewer, a.objective_id, a.visibility)
    and sees(a.org_id, seen_alignment.viewer, a.supported_objective_id, a.supported_visibility);
end;
