-- The report that counts, of a contribution or of the whole: the latest day, then the latest place.
-- Said as `is not distinct from`, the planner would expect one row, and sort all reports of the key result to find it.
create function latest_report(org_id uuid, key_result_id uuid, contribution_id uuid) returns check_ins
language sql stable as $$
  select c
  from check_ins c
  where c.org_id = latest_report.org_id
    and c.key_result_id = latest_report.key_result_id
    and case when latest_report.contribution_id is null then c.contribution_id is null
      else c.contribution_id = latest_report.contribution_id end
    and c.to_position = 9223372036854775807
    and c.corrected_by_id is null
    and not c.retracted
    and c.value is not null
  order by c.occurred_on desc, c.place desc
  limit 1
$$;
