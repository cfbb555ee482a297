-- That somebody answered a pulse, for them alone; and what they said in their own name, for who asked, too.
create view pulse_answer as
select a.*, a.id as circle_id, 'PRIVATE' as visibility
from pulse_answers a;
