-- The report that counts, of a contribution or of the whole: the latest day, then the latest place.
create function latest_report(org_id uuid, key_result_id uuid, contribution_id uuid) returns check_ins
language sql stable as $$
  select c
  from check_ins c
  where c.org_id = latest_report.org_id
    and c.key_result_id = latest_report.key_result_id
    and c.contribution_id is not distinct from latest_report.contribution_id
    and c.to_position = 9223372036854775807
    and c.corrected_by_id is null
    and not c.retracted
    and c.value is not null
  order by c.occurred_on desc, c.place desc
  limit 1
$$;
