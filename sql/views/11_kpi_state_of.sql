-- How healthy a value is within its bounds; null where there is no value, and where nobody said what is healthy.
create function kpi_state_of(kpi kpi, value numeric) returns text
language sql immutable
return case
  when value is null or coalesce(kpi.lower, kpi.upper, kpi.alarm_below, kpi.alarm_above) is null then null
  when value < coalesce(kpi.alarm_below, kpi.lower) or value > coalesce(kpi.alarm_above, kpi.upper) then 'RED'
  when value < kpi.lower or value > kpi.upper then 'AMBER'
  else 'GREEN'
end;
