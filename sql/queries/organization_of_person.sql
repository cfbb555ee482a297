-- $1: person. The organization they are an active part of.
select org_id from people where id = $1 and active;
