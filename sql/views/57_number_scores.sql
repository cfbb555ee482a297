-- What objectives that are closed came to: each with its score, agreed or else computed, or with whether that is as far as
-- was agreed to count as achieved, all of it where the objective is COMMITTED.
create function number_scores(org_id uuid, viewer uuid, code text, teams uuid[], cycles uuid[]) returns setof numbered
language sql stable
begin atomic
  select
    o.id, o.created_position, o.owner_team_id, null::uuid,
    case number_scores.code
      when 'FINAL_SCORE' then n.score
      else coalesce(n.score >= case o.ambition when 'COMMITTED' then 1 else coalesce(a.completion_cut_off, 0.7) end, false)
        ::int::numeric
    end,
    case when n.score is null then 'No score of it is known.' end
  from begun_objective(number_scores.org_id, number_scores.viewer, number_scores.teams, number_scores.cycles) o
  left join policy a on a.org_id = o.org_id and a.id = o.cycle_id
  left join assessments s on s.org_id = o.org_id and s.noun_id = o.id and s.kind = 'AGREED'
  left join progress p on p.org_id = o.org_id and p.id = o.id
  cross join lateral (select coalesce(s.value, p.value) as score) n
  where o.state = 'CLOSED';
end;
