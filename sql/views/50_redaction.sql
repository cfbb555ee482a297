-- Words that were taken out of the history; who sees it is a matter of permissions.
create view redaction as
select r.* from redactions r;
