-- A key result's metric with its milestones, as a revision keeps it: with all that stands in the same row.
create function metric_shown(key_result key_results) returns jsonb
language sql stable as $$
  select to_jsonb(key_result) || jsonb_build_object(
    'milestones', coalesce(
      (
        select jsonb_agg(to_jsonb(m) order by m.ordinal) from milestones m
        where m.org_id = key_result.org_id and m.key_result_id = key_result.id
          and m.to_position = 9223372036854775807
      ), '[]'
    )
  )
$$;
