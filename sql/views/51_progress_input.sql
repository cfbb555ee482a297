-- What the progress of key results and objectives rests on, each input by what it is.
create view progress_input as
select org_id, noun_id, node_id, role, label, value, weight, counted, because, place, objective_id, visibility
from key_result_input
union all
select org_id, noun_id, node_id, role, label, value, weight, counted, because, place, objective_id, visibility
from objective_input;
