-- Where every organization's log stands.
select org_id, position, state_version from log.heads() order by org_id;
