-- What pairs found difficult and how they got over it, as far as they let others read that. It says nothing of who they are.
create view challenge_example as
select e.org_id, e.created_position, e.challenge, e.resolution, e.lesson
from mentoring_entries e
where e.kind = 'CHALLENGE' and e.as_example;
