-- The people of a key result as they count in it: one who has said nothing counts where all are to reach it or the least
-- is asked for. By all reports, or by those up to a place on a day.
create function people_counted(
  org_id uuid, key_result_id uuid, through_day date default 'infinity', through_place bigint default 9223372036854775807
) returns setof input
language sql stable
begin atomic
  select
    r.person_id, 'PERSON', r.progress, 1::numeric, b.because is null, b.because
  from key_results k
  cross join lateral reached_by(k.org_id, k.id, people_counted.through_day, people_counted.through_place) r
  cross join lateral uncounted(
    case k.per_person when 'MEAN' then 'PERSON' else 'ALL' end, null, r.progress, 1
  ) b (because)
  where k.org_id = people_counted.org_id and k.id = people_counted.key_result_id;
end;
