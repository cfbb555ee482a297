-- The reports that count, of a contribution or of the whole: neither corrected nor retracted, with a value; those of
-- all days, or of the days before one and of that one up to a place.
create function reports_of(
  org_id uuid, key_result_id uuid, contribution_id uuid,
  through_day date default 'infinity', through_place bigint default 9223372036854775807
)
returns table (id uuid, occurred_on date, place bigint, value numeric)
language sql stable
begin atomic
  select c.id, c.occurred_on, c.place, c.value
  from check_ins c
  where c.org_id = reports_of.org_id and c.key_result_id = reports_of.key_result_id
    and c.contribution_id is not distinct from reports_of.contribution_id
    and c.corrected_by_id is null and not c.retracted and c.value is not null
    and (c.occurred_on, c.place) <= (reports_of.through_day, reports_of.through_place);
end;
