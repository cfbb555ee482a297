-- Every objective that reaches this one by SUM edges alone, with its share: the largest product of weights
-- over the paths, so that a diamond counts once. What is a draft or withdrawn passes nothing on.
create function sum_shares(org_id uuid, objective_id uuid) returns table (id uuid, share numeric)
language sql stable
begin atomic
  with recursive paths (id, share) as (
    select a.objective_id, a.weight
    from alignments a
    where a.org_id = sum_shares.org_id and a.to_objective_id = sum_shares.objective_id and a.roll_up = 'SUM'
    union
    select a.objective_id, round(p.share * a.weight, 12)
    from paths p
    join objectives o on o.org_id = sum_shares.org_id and o.id = p.id and o.state in ('ACTIVE', 'CLOSED')
    join alignments a on a.org_id = sum_shares.org_id and a.to_objective_id = p.id and a.roll_up = 'SUM'
  )
  select p.id, max(p.share) from paths p group by p.id;
end;
