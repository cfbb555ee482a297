-- Stories that everybody may read.
create view story as
select e.* from mentoring_entry e where e.kind = 'STORY' and e.visibility = 'ORGANIZATION';
