-- Feedback on key results, asked for and given.
create view entry_on_key_result as
select e.* from mentoring_entry e where e.kind in ('FEEDBACK', 'FEEDBACK_REQUEST');
