-- The score of something that was agreed by a position, and the position at which it was.
create function agreed_score_at(org_id uuid, noun_id uuid, at bigint) returns table (score numeric, scored_at bigint)
language sql stable
begin atomic
  select v.value, v.from_position
  from (
    select s.* from assessments_versions s
    where s.org_id = agreed_score_at.org_id and s.id = assessed(agreed_score_at.noun_id, 'AGREED', null)
      and s.to_position > agreed_score_at.at
    order by s.to_position limit 1
  ) v
  where v.from_position <= agreed_score_at.at;
end;
