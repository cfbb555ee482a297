-- What was said to somebody in particular: feedback, what was asked of them, and concerns.
create view entry_of_person as
select e.* from mentoring_entry e where e.of_person_id is not null;
