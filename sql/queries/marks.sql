-- Which organizations went from here, and where to.
select org_id, server from log.moved order by org_id;
