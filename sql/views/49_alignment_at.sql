-- An alignment as it was at a position; nothing where the viewer did not see both of its ends then, or does not now.
create function alignment_at(org_id uuid, viewer uuid, id uuid, at bigint) returns setof jsonb
language sql stable
begin atomic
  select to_jsonb(v)
  from alignments_versions v
  left join key_results k on k.org_id = v.org_id and k.id = v.to_key_result_id
  cross join lateral objective_at(v.org_id, alignment_at.viewer, v.objective_id, alignment_at.at) f
  cross join lateral objective_at(
    v.org_id, alignment_at.viewer, coalesce(v.to_objective_id, k.objective_id), alignment_at.at
  ) t
  where v.org_id = alignment_at.org_id and v.id = alignment_at.id
    and v.from_position <= alignment_at.at and v.to_position > alignment_at.at;
end;
