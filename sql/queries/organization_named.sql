-- $1: name. Organizations that are called so.
select org_id from organizations where name = $1;
