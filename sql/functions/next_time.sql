-- The time of the next fact: strictly later than the last one; given only where the organization's clock is simulated.
create function next_time(head log.head, given timestamptz) returns timestamptz
language plpgsql as $$
begin
  if given is null then
    return greatest(clock_timestamp(), head.recorded_at + interval '1 microsecond');
  end if;
  if head.clock <> 'SIMULATED' then
    raise exception 'this organization measures its times: none can be given' using errcode = 'OK001';
  end if;
  if given > clock_timestamp() then
    raise exception 'a fact cannot be recorded in the future' using errcode = 'OK001';
  end if;
  return greatest(given, head.recorded_at + interval '1 microsecond');
end $$;
