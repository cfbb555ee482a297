-- What an objective's progress rests on, each input by what it is: an objective that supports it beside a sum, and is in
-- the sum on another way too, stands there twice.
create view objective_input as
select
  o.org_id, o.id as noun_id, i.*, null as label, (i.node_id || ' ' || i.role) collate "C" as place,
  coalesce(k.objective_id, i.node_id) as objective_id, s.visibility
from objectives o
cross join lateral objective_inputs(o.org_id, o.id) i
left join key_results k on k.org_id = o.org_id and k.id = i.node_id
join objectives s on s.org_id = o.org_id and s.id = coalesce(k.objective_id, i.node_id);
