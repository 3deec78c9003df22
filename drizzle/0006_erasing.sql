-- Erasing beyond texts: summaries of revisions, and what audit records say. Like the words of revisions they are changed
-- by nobody but these functions, and only where an erasure is on record.
CREATE OR REPLACE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('loreleaf.erasing', true) = 'on' THEN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'revision_content' THEN
      RETURN OLD;
    END IF;
    -- Everything but the words stays as it was (a generated column has no value yet at this moment).
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'revision' AND to_jsonb(NEW)->>'summary' = ''
      AND to_jsonb(NEW) - 'summary' - 'parent_number' = to_jsonb(OLD) - 'summary' - 'parent_number' THEN
      RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'audit_record'
      AND to_jsonb(NEW) - 'reason' - 'detail' = to_jsonb(OLD) - 'reason' - 'detail' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% of % is refused: what is published stays', lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint

-- Destroys the summaries of a range of revisions, where an erasure of them has been recorded.
CREATE FUNCTION "erase_summaries"("erased_entry" bigint, "first" integer, "last" integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  erased integer;
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM withholding w WHERE w.entry_id = erased_entry AND w.part = 'summary' AND w.strength = 'erased'
      AND w.from_number <= "first" AND w.to_number >= "last"
  ) THEN
    RAISE EXCEPTION 'no erasure of entry % covers the summaries of revisions % to %', erased_entry, "first", "last"
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM set_config('loreleaf.erasing', 'on', true);
  UPDATE revision SET summary = ''
    WHERE entry_id = erased_entry AND number BETWEEN "first" AND "last" AND summary <> '';
  GET DIAGNOSTICS erased = ROW_COUNT;
  PERFORM set_config('loreleaf.erasing', 'off', true);
  RETURN erased;
END $$;--> statement-breakpoint

-- Takes words out of what is on record about an entry and its submissions: the reason or the detail that says them is
-- emptied; who did what to what, and when, stays. Only where something of the entry has been erased.
CREATE FUNCTION "erase_recorded_words"("erased_entry" bigint, "words" text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  erased integer;
BEGIN
  IF char_length("words") < 6 THEN
    RAISE EXCEPTION 'too few characters to erase by' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM withholding w WHERE w.entry_id = erased_entry AND w.strength = 'erased') THEN
    RAISE EXCEPTION 'nothing of entry % is erased', erased_entry USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM set_config('loreleaf.erasing', 'on', true);
  UPDATE audit_record a SET
      reason = CASE WHEN position(lower("words") IN lower(a.reason)) > 0 THEN NULL ELSE a.reason END,
      detail = CASE WHEN position(lower("words") IN lower(a.detail::text)) > 0 THEN '{}'::jsonb ELSE a.detail END
    WHERE (
      a.entry_id = erased_entry
      OR EXISTS (SELECT 1 FROM submission_round r JOIN submission_item i ON i.round_id = r.id
        WHERE i.entry_id = erased_entry AND r.submission_id::text = a.detail->>'submission')
      OR EXISTS (SELECT 1 FROM revision v
        WHERE v.entry_id = erased_entry AND v.submission_id::text = a.detail->>'submission')
    ) AND (position(lower("words") IN lower(coalesce(a.reason, ''))) > 0
      OR position(lower("words") IN lower(a.detail::text)) > 0);
  GET DIAGNOSTICS erased = ROW_COUNT;
  PERFORM set_config('loreleaf.erasing', 'off', true);
  RETURN erased;
END $$;
