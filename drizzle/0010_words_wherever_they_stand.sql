-- A text as it is looked through for words: composed, in any case and spacing (`says` in lib/withholding/words-in.ts).
CREATE FUNCTION "as_looked_through"("said" text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT btrim(regexp_replace(lower(normalize("said", NFC)), '\s+', ' ', 'g'))
$$;--> statement-breakpoint

-- Whether a text, or none, says words.
CREATE FUNCTION "says"("said" text, "words" text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT position(as_looked_through("words") IN as_looked_through(coalesce("said", ''))) > 0
$$;--> statement-breakpoint

-- Whether anything in a value does, of whose text quotation marks and the like stand escaped.
CREATE FUNCTION "says_within"("value" jsonb, "words" text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT says("value"::text, "words") OR says("value"::text, substr(to_json("words")::text, 2, length(to_json("words")::text) - 2))
$$;--> statement-breakpoint

-- Takes words out of what is on record about an entry and its submissions: the summary, the reason or the detail that
-- says them is emptied; who did what to what, and when, stays. Only where something of the entry has been erased.
CREATE OR REPLACE FUNCTION "erase_recorded_words"("erased_entry" bigint, "words" text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  summaries integer;
  records integer;
BEGIN
  IF char_length(as_looked_through(erase_recorded_words."words")) < 6 THEN
    RAISE EXCEPTION 'too few characters to erase by' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM withholding w WHERE w.entry_id = erased_entry AND w.strength = 'erased') THEN
    RAISE EXCEPTION 'nothing of entry % is erased', erased_entry USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM set_config('loreleaf.erasing', 'on', true);
  UPDATE revision v SET summary = '' WHERE v.entry_id = erased_entry AND says(v.summary, erase_recorded_words."words");
  GET DIAGNOSTICS summaries = ROW_COUNT;
  UPDATE audit_record a SET
      reason = CASE WHEN says(a.reason, erase_recorded_words."words") THEN NULL ELSE a.reason END,
      detail = CASE WHEN says_within(a.detail, erase_recorded_words."words") THEN '{}'::jsonb ELSE a.detail END
    WHERE (
      a.entry_id = erased_entry
      OR EXISTS (SELECT 1 FROM submission_round r JOIN submission_item i ON i.round_id = r.id
        WHERE i.entry_id = erased_entry AND r.submission_id::text = a.detail->>'submission')
      OR EXISTS (SELECT 1 FROM revision v
        WHERE v.entry_id = erased_entry AND v.submission_id::text = a.detail->>'submission')
    ) AND (says(a.reason, erase_recorded_words."words") OR says_within(a.detail, erase_recorded_words."words"));
  GET DIAGNOSTICS records = ROW_COUNT;
  PERFORM set_config('loreleaf.erasing', 'off', true);
  RETURN summaries + records;
END $$;--> statement-breakpoint

-- They act with the rights of whoever owns the tables: for the application's role, which is granted them, and nobody else.
REVOKE EXECUTE ON FUNCTION "erase_contents"(bigint, integer, integer) FROM PUBLIC;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION "erase_summaries"(bigint, integer, integer) FROM PUBLIC;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION "erase_recorded_words"(bigint, text) FROM PUBLIC;
