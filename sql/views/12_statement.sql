-- A key result in one sentence, made of what is done to what is counted and of the numbers, so that they agree; "each"
-- where every member of a team is to reach them; the title where these words were not stated.
create function statement(key_result key_results) returns text
language sql stable
return coalesce(
  key_result.verb || ' ' || key_result.counted || case key_result.kind
    when 'AT_LEAST' then case when key_result.strict then ' above ' else ' at or above ' end
      || trim_scale(key_result.target) || coalesce(' ' || key_result.unit, '')
    when 'AT_MOST' then case when key_result.strict then ' below ' else ' at or below ' end
      || trim_scale(key_result.target) || coalesce(' ' || key_result.unit, '')
    when 'WITHIN' then ' between ' || trim_scale(key_result.lower) || ' and ' || trim_scale(key_result.upper)
      || coalesce(' ' || key_result.unit, '')
    when 'BY_DATE' then ' by ' || key_result.by
    when 'MILESTONES' then ''
    when 'DONE' then ''
    else coalesce(' by ' || trim_scale(key_result.change_percent) || ' %', '')
      || coalesce(' by ' || trim_scale(key_result.change_by) || coalesce(' ' || key_result.unit, ''), '')
      || coalesce(
        ' from ' || trim_scale(key_result.baseline) || ' to ' || trim_scale(key_result.target)
          || coalesce(' ' || key_result.unit, ''), ''
      )
  end || case when key_result.per_person is null then '' else ' each' end || coalesce(' within ' || key_result.open_for_days || ' days of ' || key_result.opens_with, ''),
  key_result.title
);
