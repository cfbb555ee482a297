-- Stories of mentorships that everybody may read today: both of the two agree.
create view open_story as
select e.org_id, e.id
from mentoring_entries e
where e.kind = 'STORY' and cardinality(e.consents) = 2;
