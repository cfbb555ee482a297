-- How far a cycle came, in which range of scores that lies, and whether that was aimed at.
create function completion(usual jsonb) returns table (
  org_id uuid, noun_id uuid, realised numeric, band jsonb, aim jsonb, as_aimed boolean,
  objectives int, known int, reached int, learnings int
)
language sql stable
begin atomic
  select
    c.org_id, c.noun_id, c.realised, r.band, r.aim, case when r.aim is not null then (r.band -> 'aim')::boolean end,
    c.objectives, c.known, c.reached, c.learnings
  from cycle_completion c
  cross join lateral (
    select
      band_of(c.org_id, c.noun_id, usual, c.realised, null) as band,
      (
        select to_jsonb(b) from score_band(usual) b
        where b.org_id = c.org_id and b.policy_id = c.noun_id and b.aim
        order by b.place limit 1
      ) as aim
  ) r;
end;
