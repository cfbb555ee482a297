-- Something in the way of a key result, seen by who sees its objective.
create view obstacle as
select b.*, k.objective_id, o.visibility
from obstacles b
join key_results k on k.org_id = b.org_id and k.id = b.key_result_id
join objectives o on o.org_id = k.org_id and o.id = k.objective_id;
