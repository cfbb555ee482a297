-- What people say of themselves today: what was taken back, or redacted, is counted no more, in the past neither.
create view open_background as
select e.org_id, e.id
from mentoring_entries e
where e.kind = 'BACKGROUND' and e.outcome is null and e.text <> '[redacted]';
