-- The sequence that each start stands in, as far as somebody sees it, and the mean of those that count.
create function sequence(org_id uuid, viewer uuid, starts uuid[]) returns table (
  org_id uuid, start_id uuid, objective_ids uuid[], progress numeric, because text
)
language sql stable
begin atomic
  select
    c.org_id, c.start_id, array_agg(c.id order by c.place), min(c.mean),
    case when min(c.mean) is null then 'Nothing is known yet of any objective that counts.' end
  from chain(sequence.org_id, sequence.viewer, sequence.starts) c
  group by c.org_id, c.start_id;
end;
