-- Whether a number of some teams tells of few people by what is left when it is taken from another one: on the way from
-- them to the top, and of a wave of the rollout, whose teams lie anywhere, below each of them too.
create function told_apart(org_id uuid, teams uuid[], in_wave boolean, counted uuid[], enough int) returns boolean
language sql stable
return exists (
  select
  from unnest(told_apart.teams) t (id)
  join teams n on n.org_id = told_apart.org_id and n.id = t.id
  cross join lateral (
    select u.parent_id
    from teams_above(told_apart.org_id, t.id) a
    join teams u on u.org_id = told_apart.org_id and u.id = a.id
    union
    select t.id where told_apart.in_wave
  ) f (above_id)
  where (told_apart.in_wave or n.parent_id is null or n.parent_id <> all (told_apart.teams))
    and few_beside(told_apart.org_id, f.above_id, told_apart.counted, told_apart.enough)
);
