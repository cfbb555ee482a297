-- How often key results are reported: each with its reports in a week, counted as if none were shorter; each report but the
-- first with the days since the one before; and each report with whether it came in its rhythm, beside those overdue.
create function number_reports(org_id uuid, viewer uuid, code text, teams uuid[], cycles uuid[], day date)
returns setof numbered
language sql stable
begin atomic
  with begun as not materialized (
    select k.*
    from begun_key_result(
      number_reports.org_id, number_reports.viewer, number_reports.teams, number_reports.cycles, number_reports.day
    ) k
  ),
  reported as not materialized (
    select
      c.id, c.created_position, c.occurred_on, c.person_id, k.team_id, k.every,
      lag(c.occurred_on) over (partition by k.id order by c.occurred_on, c.place) as before,
      coalesce(
        lag(c.occurred_on) over (
          partition by k.id, c.contribution_id, case when k.per_person then c.person_id end
          order by c.occurred_on, c.place
        ),
        greatest(k.began_on, p.recorded_at::date)
      ) as awaited_since
    from begun k
    join check_ins c on c.org_id = number_reports.org_id and c.key_result_id = k.id
      and c.corrected_by_id is null and not c.retracted and c.occurred_on <= number_reports.day
    left join contributions p on p.org_id = c.org_id and p.id = c.contribution_id
  )
  select
    k.id, k.created_position, k.team_id, k.person_id,
    case when k.began_on <= k.ended_on then quotient(7 * (
      select count(*) from check_ins c
      where c.org_id = number_reports.org_id and c.key_result_id = k.id and c.corrected_by_id is null
        and not c.retracted and c.occurred_on <= k.ended_on
    ), greatest(k.ended_on - k.began_on + 1, 7)) end,
    case when k.began_on <= k.ended_on then null else 'It has not begun.' end
  from begun k
  where number_reports.code = 'CHECK_INS_PER_WEEK'
  union all
  select r.id, r.created_position, r.team_id, r.person_id, (r.occurred_on - r.before)::numeric, null
  from reported r
  where number_reports.code = 'CHECK_IN_GAP' and r.before is not null
  union all
  select
    r.id, r.created_position, r.team_id, r.person_id,
    (r.occurred_on <= r.awaited_since + rhythm_span(r.every))::int::numeric, null
  from reported r
  where number_reports.code = 'CHECK_IN_ON_TIME' and r.every <> 'NEVER'
  union all
  select o.key_result_id, o.place, o.owner_team_id, o.person_id, 0, 'A report should have come by now.'
  from owed_check_in(number_reports.day) o
  join begun k on k.id = o.key_result_id
  where number_reports.code = 'CHECK_IN_ON_TIME' and o.org_id = number_reports.org_id and o.overdue;
end;
