-- The numbers about how an organization, a team with those below it, a cycle, or a wave of the rollout works with
-- objectives, and of a person what they alone are told, as far as somebody sees what they count, and whether each lies where it was agreed to be: for the cycle, if
-- there is just one, else for the organization. A number about fewer people than was agreed is withheld, and one that
-- leaves fewer beside it.
create function programme_number(
  org_id uuid, viewer uuid, units uuid[], usual jsonb, code text, other_id uuid, day date
) returns table (
  org_id uuid, unit_id uuid, wave int, code text, formula text, numerator numeric, denominator int, value numeric,
  because text, aim_from numeric, aim_to numeric, as_aimed boolean, items jsonb, teams jsonb, place int
)
language sql stable
begin atomic
  select
    programme_number.org_id, s.unit_id, s.wave, c.code, c.formula,
    case when w.because is null then (select sum(v) from unnest(t.known) v) end,
    case when w.because is null then cardinality(t.known) end,
    case when w.because is null then numbered_as(c.formula, t.known) end,
    case
      when w.because is not null then w.because
      when cardinality(t.known) = 0 then 'There is nothing to be counted.'
    end,
    a.from_, a."to",
    case when w.because is null then numbered_as(c.formula, t.known) between a.from_ and a."to" end,
    case when w.because is null then (
      select coalesce(jsonb_agg(to_jsonb(i) order by i.place, i.noun_id), '[]')
      from (
        select n.*
        from programme_item(
          programme_number.org_id, programme_number.viewer, c.code, s.teams, s.cycles, programme_number.day
        ) n
        where s.person_id is null or n.person_id = s.person_id
        order by n.place, n.noun_id
        limit 1000
      ) i
    ) else '[]' end,
    (
      select coalesce(jsonb_agg(
        to_jsonb(g) || jsonb_build_object('as_aimed', g.value between a.from_ and a."to") order by g.team_id
      ), '[]')
      from (
        select
          n.team_id,
          sum(n.value) as numerator,
          count(n.value) as denominator,
          numbered_as(c.formula, array_agg(n.value order by n.value) filter (where n.value is not null)) as value
        from programme_item(
          programme_number.org_id, programme_number.viewer, c.code, s.teams, s.cycles, programme_number.day
        ) n
        where n.team_id is not null and not c.of_people and s.person_id is null
        group by n.team_id
        order by n.team_id
        limit 1000
      ) g
    ),
    c.place
  from programme_scope(
    programme_number.org_id, programme_number.viewer, programme_number.units, programme_number.other_id,
    programme_number.day
  ) s
  join programme_code c on coalesce(programme_number.code, c.code) = c.code and (s.person_id is null or c.personal)
  left join policy p on p.org_id = programme_number.org_id
    and p.id = case cardinality(s.cycles) when 1 then s.cycles[1] else programme_number.org_id end
  left join programme_aim(programme_number.usual) a on a.org_id = p.org_id and a.policy_id = p.id and a.code = c.code
  cross join lateral (
    select
      coalesce(array_agg(n.value order by n.value) filter (where n.value is not null), '{}') as known,
      count(distinct n.person_id) filter (where n.value is not null) as people
    from programme_item(
      programme_number.org_id, programme_number.viewer, c.code, s.teams, s.cycles, programme_number.day
    ) n
    where s.person_id is null or n.person_id = s.person_id
  ) t
  cross join lateral (
    select case
      when s.person_id <> programme_number.viewer then 'It is told to this person alone.'
      when c.of_people and t.people < coalesce(p.people_least, 5) then 'It tells of fewer people than was agreed on.'
      when c.of_people and s.teams is not null and told_apart(
        programme_number.org_id, s.teams, s.wave > 0,
        array(
          select n.person_id
          from programme_item(
            programme_number.org_id, programme_number.viewer, c.code, null, s.cycles, programme_number.day
          ) n
          where n.value is not null
        ),
        coalesce(p.people_least, 5)
      ) then 'What is left beside it would tell of fewer people than was agreed on.'
    end as because
  ) w;
end;
