-- The body with its private values in their places; where one was redacted, null stands.
create function revealed(body jsonb, private jsonb) returns jsonb
language plpgsql immutable as $$
declare
  data jsonb := body - 'private';
  field text;
begin
  for field in select jsonb_object_keys(body -> 'private') loop
    data := jsonb_set(data, string_to_array(field, '.'), coalesce(private -> field, 'null'));
  end loop;
  return data;
end $$;
