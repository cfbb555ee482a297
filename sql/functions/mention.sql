-- Notes what a fact is about: all that it names or means, and the objective, cycle and team that this belongs to.
create function mention(fact fact) returns void
language plpgsql as $$
declare
  named uuid[];
  objectives_named uuid[];
  key_results_named uuid[];
begin
  select
    array_agg(s.id),
    array_agg(s.id) filter (where s.name like '%objective\_id'),
    array_agg(s.id) filter (where s.name like '%key\_result\_id')
  into named, objectives_named, key_results_named
  from (
    select * from said_ids(fact.data)
    union all
    select m.* from meant_ids(fact.org_id, fact.data) m
    where fact.data ?| '{comment_id,request_id,follow_up_id,obstacle_id,alignment_id,link_id}'
  ) s;
  insert into mentions (org_id, id, from_position, created_position, visibility)
  with about as (
    select o.* from objectives o
    where o.org_id = fact.org_id and o.to_position = 9223372036854775807
      and o.id = any (objectives_named || array(
        select k.objective_id from key_results k
        where k.org_id = fact.org_id and k.id = any (key_results_named) and k.to_position = 9223372036854775807
      ))
  )
  select fact.org_id, m.id, fact.position, fact.position, max(m.visibility)
  from (
    select n.id, null from unnest(named) n (id)
    union all
    select a.id, a.visibility from about a
    union all
    select b.id, null from about a, lateral (values (a.cycle_id), (a.owner_team_id)) b (id)
  ) m (id, visibility)
  where m.id is not null
  group by m.id;
end $$;
