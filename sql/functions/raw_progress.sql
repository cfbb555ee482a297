-- How far a key result is by what was reported of it alone; null for silence.
create function raw_progress(key_result key_results, value numeric) returns numeric
language plpgsql stable as $$
begin
  return case
    when key_result.kind = 'COMPOUND' then compounded(
      key_result.combine, array(select c from components(key_result.org_id, key_result.id) c)
    )
    when key_result.per_person is not null then compounded(
      case key_result.per_person when 'MEAN' then 'WEIGHTED' else key_result.per_person end,
      array(select p from people_counted(key_result.org_id, key_result.id) p)
    )
    when key_result.per is not null then (
      select case when count(a.actual) > 0 then quotient(sum(coalesce(a.attainment, 0)), count(*)) end
      from attained(key_result.org_id, key_result.id) a
    )
    when key_result.kind = 'MILESTONES'
      then quotient(value, milestones_weight(key_result.org_id, key_result.id))
    when key_result.reading = 'TIME_IN_BOUNDS' then quotient(value, 100)
    else measured(metric_of(key_result), value)
  end;
end $$;
