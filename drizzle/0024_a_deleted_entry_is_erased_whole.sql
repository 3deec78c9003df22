-- What is deleted may be erased whole, since nothing shows it: all but a page, whose title is its address.
CREATE OR REPLACE FUNCTION "erase_contents"("erased_entry" bigint, "first" integer, "last" integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  erased integer;
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM withholding w WHERE w.entry_id = erased_entry AND w.part = 'text' AND w.strength = 'erased'
      AND w.from_number <= "first" AND w.to_number >= "last"
  ) THEN
    RAISE EXCEPTION 'no erasure of entry % covers revisions % to %', erased_entry, "first", "last"
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM entry e JOIN revision r ON r.id = e.head_id
      WHERE e.id = erased_entry AND r.number BETWEEN "first" AND "last"
        AND (e.deleted_at IS NULL OR e.kind = 'page')
  ) THEN
    RAISE EXCEPTION 'the head of entry % must be clean before it is erased', erased_entry
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM set_config('loreleaf.erasing', 'on', true);
  DELETE FROM revision_content c USING revision r
    WHERE r.id = c.revision_id AND r.entry_id = erased_entry AND r.number BETWEEN "first" AND "last";
  GET DIAGNOSTICS erased = ROW_COUNT;
  PERFORM set_config('loreleaf.erasing', 'off', true);
  RETURN erased;
END $$;
