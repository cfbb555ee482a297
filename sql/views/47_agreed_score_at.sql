-- The score of something that was agreed by a position, and the position at which it was.
create function agreed_score_at(org_id uuid, noun_id uuid, at bigint) returns table (score numeric, scored_at bigint)
language sql stable
begin atomic
  select s.value, s.from_position
  from assessments_versions s
  where s.org_id = agreed_score_at.org_id and s.id = assessed(agreed_score_at.noun_id, 'AGREED', null)
    and s.from_position <= agreed_score_at.at and s.to_position > agreed_score_at.at;
end;
