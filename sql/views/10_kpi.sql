-- Something that is measured all the time.
create view kpi as
select k.* from kpis k;
