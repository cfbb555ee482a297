-- Ends a statement where something that is promised to be there is not; whoever asked asks again in another way.
create function absent(field text) returns json
language plpgsql stable as $$
begin
  raise exception '% is not there', field using errcode = 'no_data_found';
end
$$;
