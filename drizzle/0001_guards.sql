-- What the database itself guards, whatever the application does.

-- Numbers in addresses, the publish sequence and the ids of cache events. The last two are drawn under one advisory
-- lock, last in their transaction, so that they follow the order of commits.
CREATE SEQUENCE "page_number" AS integer;--> statement-breakpoint
CREATE SEQUENCE "fact_number" AS integer;--> statement-breakpoint
CREATE SEQUENCE "source_number" AS integer;--> statement-breakpoint
CREATE SEQUENCE "file_number" AS integer;--> statement-breakpoint
CREATE SEQUENCE "publish_sequence";--> statement-breakpoint
CREATE SEQUENCE "cache_event_id";--> statement-breakpoint

-- A head belongs to its entry.
ALTER TABLE "entry" ADD CONSTRAINT "entry_head_belongs"
  FOREIGN KEY ("head_id", "id") REFERENCES "revision" ("id", "entry_id");--> statement-breakpoint

-- No entry without a head once its transaction commits.
CREATE FUNCTION "entry_has_head"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM entry WHERE id = NEW.id AND head_id IS NULL) THEN
    RAISE EXCEPTION 'entry % has no published revision', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "entry_has_head" AFTER INSERT OR UPDATE OF "head_id" ON "entry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "entry_has_head"();--> statement-breakpoint

-- A head moves one step forward along the line and never back.
CREATE FUNCTION "entry_head_moves_forward"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.head_id IS DISTINCT FROM OLD.head_id
    AND (SELECT number FROM revision WHERE id = NEW.head_id)
      IS DISTINCT FROM coalesce((SELECT number FROM revision WHERE id = OLD.head_id), 0) + 1 THEN
    RAISE EXCEPTION 'the head of entry % may only move to its next revision', OLD.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "entry_head_moves_forward" BEFORE UPDATE OF "head_id" ON "entry"
  FOR EACH ROW EXECUTE FUNCTION "entry_head_moves_forward"();--> statement-breakpoint

-- Revisions and audit records are never changed. The application's role has no right to; with a single role, this
-- trigger refuses the same. Erasing sets a flag of its own transaction (see below).
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'revision_content'
    AND current_setting('loreleaf.erasing', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% of % is refused: what is published stays', lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER "revision_stays" BEFORE UPDATE OR DELETE ON "revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "revision_stays_whole" BEFORE TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "revision_content_stays" BEFORE UPDATE OR DELETE ON "revision_content"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "revision_content_stays_whole" BEFORE TRUNCATE ON "revision_content"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "audit_record_stays" BEFORE UPDATE OR DELETE ON "audit_record"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "audit_record_stays_whole" BEFORE TRUNCATE ON "audit_record"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint

-- Erasing destroys the words of a range of revisions and their salt; number, time and hash stay as a tombstone.
-- It does so only where an erasure has been recorded and the head is clean.
CREATE FUNCTION "erase_contents"("erased_entry" bigint, "first" integer, "last" integer) RETURNS integer
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
END $$;--> statement-breakpoint

-- Rate windows may be lost in a crash; they must be fast.
ALTER TABLE "rate_window" SET UNLOGGED;
