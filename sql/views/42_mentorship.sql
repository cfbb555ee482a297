-- A mentorship, seen by its two people.
create view mentorship as
select m.*, 'PRIVATE' as visibility
from mentorships m;
