-- Where the way from the baseline leads; null where there is no way: a threshold that says nothing of where it
-- begins, or one that was kept from the start.
create function goal(metric metric) returns numeric
language sql immutable
return case
  when metric.kind in ('INCREASE', 'DECREASE') then metric.target
  when metric.kind not in ('AT_LEAST', 'AT_MOST', 'WITHIN') then null
  when metric.baseline is null or meets(metric, metric.baseline) then null
  when metric.kind <> 'WITHIN' then metric.target
  when metric.baseline <= metric.lower then metric.lower
  else metric.upper
end;
