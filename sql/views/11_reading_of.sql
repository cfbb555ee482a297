-- What the reports of a contribution or of the whole say together, as the key result reads them: all of them, or those
-- up to a place on a day.
create function reading_of(
  org_id uuid, key_result_id uuid, contribution_id uuid,
  through_day date default 'infinity', through_place bigint default 9223372036854775807
) returns numeric
language sql stable
begin atomic
  select read_as(
    k.reading,
    jsonb_populate_record(null::metric, to_jsonb(k)),
    array(
      select row(r.occurred_on, r.place, r.value)::report
      from reports_of(
        k.org_id, k.id, reading_of.contribution_id, reading_of.through_day, reading_of.through_place
      ) r
    )
  )
  from key_results k
  where k.org_id = reading_of.org_id and k.id = reading_of.key_result_id;
end;
