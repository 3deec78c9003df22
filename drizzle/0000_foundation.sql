-- Names are found by their trigrams; the extension is trusted, so the database's owner may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TYPE "public"."account_role" AS ENUM('fan', 'trusted', 'moderator', 'owner', 'system');--> statement-breakpoint
CREATE TYPE "public"."entry_kind" AS ENUM('page', 'fact', 'source', 'file');--> statement-breakpoint
CREATE TYPE "public"."protection" AS ENUM('open', 'trusted', 'moderators');--> statement-breakpoint
CREATE TYPE "public"."link_kind" AS ENUM('about', 'cites', 'mentions', 'embeds', 'category');--> statement-breakpoint
CREATE TYPE "public"."standing" AS ENUM('superseded', 'disputed', 'corroborated', 'first_hand', 'original_named', 'reported', 'unsourced');--> statement-breakpoint
CREATE TYPE "public"."report_urgency" AS ENUM('urgent', 'ordinary');--> statement-breakpoint
CREATE TYPE "public"."published_via" AS ENUM('edit', 'accept', 'revert', 'rollback', 'import');--> statement-breakpoint
CREATE TYPE "public"."withheld_part" AS ENUM('text', 'summary', 'author');--> statement-breakpoint
CREATE TYPE "public"."withheld_strength" AS ENUM('hidden', 'suppressed', 'erased');--> statement-breakpoint
CREATE TYPE "public"."submission_state" AS ENUM('draft', 'waiting', 'changes_requested', 'accepted', 'declined', 'withdrawn', 'overtaken');--> statement-breakpoint
CREATE TYPE "public"."verdict" AS ENUM('accept', 'decline', 'request_changes');--> statement-breakpoint
CREATE TABLE "account" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "account_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"role" "account_role" DEFAULT 'fan' NOT NULL,
	"password_hash" text,
	"email" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_nameKey_unique" UNIQUE("name_key"),
	CONSTRAINT "account_name_length" CHECK (char_length("account"."name") between 1 and 400)
);
--> statement-breakpoint
CREATE TABLE "block" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "block_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"by_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"lifted_at" timestamp with time zone,
	"lifted_by_id" bigint
);
--> statement-breakpoint
CREATE TABLE "network_trace" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "network_trace_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint,
	"operation" text NOT NULL,
	"network_hash" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_window" (
	"key" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "cache_event" (
	"id" bigint PRIMARY KEY NOT NULL,
	"tags" text[] NOT NULL,
	"is_withholding" boolean DEFAULT false NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comment_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" bigint NOT NULL,
	"author_id" bigint NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withheld_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notification_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "thread" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "thread_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_id" bigint NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"account_id" bigint NOT NULL,
	"entry_id" bigint NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "watch_account_id_entry_id_pk" PRIMARY KEY("account_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "entry" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "entry_kind" NOT NULL,
	"number" integer NOT NULL,
	"head_id" bigint,
	"label" text NOT NULL,
	"protection" "protection" DEFAULT 'open' NOT NULL,
	"protected_until" timestamp with time zone,
	"protection_reason" text,
	"deleted_at" timestamp with time zone,
	"deleted_by_id" bigint,
	"deletion_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entry_number" UNIQUE("kind","number")
);
--> statement-breakpoint
CREATE TABLE "fact_facet" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"is_private_life" boolean NOT NULL,
	"gate_kind" text NOT NULL,
	"gate_page_id" bigint
);
--> statement-breakpoint
CREATE TABLE "page_facet" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"sort_key" text NOT NULL,
	"language" text NOT NULL,
	"is_living_person" boolean NOT NULL,
	"work_id" bigint,
	"ordinal" smallint
);
--> statement-breakpoint
CREATE TABLE "title" (
	"key" text PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"text" text NOT NULL,
	"is_current" boolean NOT NULL,
	CONSTRAINT "title_key_not_empty" CHECK ("title"."key" <> '')
);
--> statement-breakpoint
CREATE TABLE "stored_object" (
	"sha256" text PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"uploaded_by_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fact_standing" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"standing" "standing" NOT NULL,
	"supports" integer NOT NULL,
	"contradicts" integer NOT NULL,
	"narrows" integer NOT NULL,
	"independent" integer NOT NULL,
	"sequence" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link" (
	"from_id" bigint NOT NULL,
	"to_id" bigint NOT NULL,
	"kind" "link_kind" NOT NULL,
	"position" smallint NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	CONSTRAINT "link_from_id_kind_to_id_since_pk" PRIMARY KEY("from_id","kind","to_id","since")
);
--> statement-breakpoint
CREATE TABLE "search_row" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"kind" "entry_kind" NOT NULL,
	"label" text NOT NULL,
	"text" text NOT NULL,
	"vector" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', label), 'A') || to_tsvector('english', text)) STORED
);
--> statement-breakpoint
CREATE TABLE "audit_record" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_record_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"actor_id" bigint NOT NULL,
	"act" text NOT NULL,
	"entry_id" bigint,
	"account_id" bigint,
	"detail" jsonb NOT NULL,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"receipt" text NOT NULL,
	"urgency" "report_urgency" NOT NULL,
	"category" text NOT NULL,
	"words" text NOT NULL,
	"address" text NOT NULL,
	"entry_id" bigint,
	"revision_id" bigint,
	"about_account_id" bigint,
	"by_id" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_id" bigint,
	"outcome" text,
	CONSTRAINT "report_receipt_unique" UNIQUE("receipt")
);
--> statement-breakpoint
CREATE TABLE "external_author" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "external_author_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"wiki" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "external_author_name" UNIQUE("wiki","name")
);
--> statement-breakpoint
CREATE TABLE "patrol" (
	"revision_id" bigint PRIMARY KEY NOT NULL,
	"by_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "revision_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"parent_number" integer GENERATED ALWAYS AS (nullif(number - 1, 0)) STORED,
	"sequence" bigint NOT NULL,
	"author_id" bigint,
	"external_author_id" bigint,
	"external_revision_id" text,
	"origin" text,
	"licence" text DEFAULT 'CC-BY-SA-4.0' NOT NULL,
	"summary" text NOT NULL,
	"is_minor" boolean DEFAULT false NOT NULL,
	"via" "published_via" NOT NULL,
	"touches" text[] NOT NULL,
	"is_reviewed" boolean NOT NULL,
	"hash" text NOT NULL,
	"submission_id" bigint,
	"restores_number" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revision_sequence_unique" UNIQUE("sequence"),
	CONSTRAINT "revision_line" UNIQUE("entry_id","number"),
	CONSTRAINT "revision_of_entry" UNIQUE("id","entry_id"),
	CONSTRAINT "revision_number_positive" CHECK ("revision"."number" >= 1),
	CONSTRAINT "revision_one_author" CHECK (num_nonnulls("revision"."author_id", "revision"."external_author_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "revision_content" (
	"revision_id" bigint PRIMARY KEY NOT NULL,
	"schema_version" smallint NOT NULL,
	"salt" text NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "withholding" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "withholding_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_id" bigint NOT NULL,
	"from_number" integer NOT NULL,
	"to_number" integer NOT NULL,
	"part" "withheld_part" NOT NULL,
	"strength" "withheld_strength" NOT NULL,
	"reason" text NOT NULL,
	"by_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "withholding_range" CHECK ("withholding"."from_number" <= "withholding"."to_number"),
	CONSTRAINT "withholding_erased_stays" CHECK ("withholding"."strength" <> 'erased' or "withholding"."lifted_at" is null)
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"account_id" bigint NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"round_id" bigint PRIMARY KEY NOT NULL,
	"verdict" "verdict" NOT NULL,
	"by_id" bigint NOT NULL,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "submission_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"author_id" bigint NOT NULL,
	"state" "submission_state" NOT NULL,
	"summary" text NOT NULL,
	"is_minor" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"waiting_since" timestamp with time zone DEFAULT now() NOT NULL,
	"claimed_by_id" bigint,
	"claimed_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "submission_item" (
	"round_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"entry_kind" "entry_kind" NOT NULL,
	"entry_id" bigint,
	"base_number" integer,
	"schema_version" smallint NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"touches" text[] NOT NULL,
	CONSTRAINT "submission_item_round_id_position_pk" PRIMARY KEY("round_id","position"),
	CONSTRAINT "submission_item_position" CHECK ("submission_item"."position" between 1 and 20),
	CONSTRAINT "submission_item_base" CHECK (("submission_item"."entry_id" is null) = ("submission_item"."base_number" is null))
);
--> statement-breakpoint
CREATE TABLE "submission_round" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "submission_round_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submission_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "submission_round_number" UNIQUE("submission_id","number")
);
--> statement-breakpoint
CREATE TABLE "vote" (
	"round_id" bigint NOT NULL,
	"account_id" bigint NOT NULL,
	"verdict" "verdict" NOT NULL,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vote_round_id_account_id_pk" PRIMARY KEY("round_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "infobox_field" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "infobox_field_kind_key_pk" PRIMARY KEY("kind","key")
);
--> statement-breakpoint
CREATE TABLE "page_kind" (
	"key" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"plural" text NOT NULL,
	"position" smallint NOT NULL,
	"is_person" boolean DEFAULT false NOT NULL,
	"has_ordinal" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_by_id_account_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_lifted_by_id_account_id_fk" FOREIGN KEY ("lifted_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_trace" ADD CONSTRAINT "network_trace_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_deleted_by_id_account_id_fk" FOREIGN KEY ("deleted_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_facet" ADD CONSTRAINT "fact_facet_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_facet" ADD CONSTRAINT "fact_facet_gate_page_id_entry_id_fk" FOREIGN KEY ("gate_page_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_facet" ADD CONSTRAINT "page_facet_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_facet" ADD CONSTRAINT "page_facet_kind_page_kind_key_fk" FOREIGN KEY ("kind") REFERENCES "public"."page_kind"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_facet" ADD CONSTRAINT "page_facet_work_id_entry_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "title" ADD CONSTRAINT "title_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_object" ADD CONSTRAINT "stored_object_uploaded_by_id_account_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_standing" ADD CONSTRAINT "fact_standing_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_from_id_entry_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_to_id_entry_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_row" ADD CONSTRAINT "search_row_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_record" ADD CONSTRAINT "audit_record_actor_id_account_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_record" ADD CONSTRAINT "audit_record_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_record" ADD CONSTRAINT "audit_record_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_about_account_id_account_id_fk" FOREIGN KEY ("about_account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_by_id_account_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_closed_by_id_account_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patrol" ADD CONSTRAINT "patrol_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patrol" ADD CONSTRAINT "patrol_by_id_account_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_external_author_id_external_author_id_fk" FOREIGN KEY ("external_author_id") REFERENCES "public"."external_author"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_parent" FOREIGN KEY ("entry_id","parent_number") REFERENCES "public"."revision"("entry_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_content" ADD CONSTRAINT "revision_content_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withholding" ADD CONSTRAINT "withholding_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withholding" ADD CONSTRAINT "withholding_by_id_account_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_round_id_submission_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."submission_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_by_id_account_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_claimed_by_id_account_id_fk" FOREIGN KEY ("claimed_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_item" ADD CONSTRAINT "submission_item_round_id_submission_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."submission_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_item" ADD CONSTRAINT "submission_item_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_round" ADD CONSTRAINT "submission_round_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_round_id_submission_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."submission_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "infobox_field" ADD CONSTRAINT "infobox_field_kind_page_kind_key_fk" FOREIGN KEY ("kind") REFERENCES "public"."page_kind"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "block_one_standing" ON "block" USING btree ("account_id") WHERE "block"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "network_trace_hash" ON "network_trace" USING btree ("network_hash");--> statement-breakpoint
CREATE INDEX "network_trace_at" ON "network_trace" USING btree ("at");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "cache_event_at" ON "cache_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "comment_thread" ON "comment" USING btree ("thread_id","id");--> statement-breakpoint
CREATE INDEX "notification_unread" ON "notification" USING btree ("account_id","id") WHERE "notification"."read_at" is null;--> statement-breakpoint
CREATE INDEX "thread_entry" ON "thread" USING btree ("entry_id","id");--> statement-breakpoint
CREATE INDEX "watch_entry" ON "watch" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "page_facet_list" ON "page_facet" USING btree ("kind","sort_key","entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "title_one_current" ON "title" USING btree ("entry_id") WHERE "title"."is_current";--> statement-breakpoint
CREATE INDEX "title_entry" ON "title" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "fact_standing_list" ON "fact_standing" USING btree ("standing","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "link_open" ON "link" USING btree ("from_id","kind","to_id") WHERE "link"."until" is null;--> statement-breakpoint
CREATE INDEX "link_to_open" ON "link" USING btree ("to_id","kind","from_id") WHERE "link"."until" is null;--> statement-breakpoint
CREATE INDEX "link_to" ON "link" USING btree ("to_id","kind","since");--> statement-breakpoint
CREATE INDEX "search_row_vector" ON "search_row" USING gin ("vector");--> statement-breakpoint
CREATE INDEX "search_row_label" ON "search_row" USING gin (label gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "audit_record_entry" ON "audit_record" USING btree ("entry_id","id");--> statement-breakpoint
CREATE INDEX "audit_record_account" ON "audit_record" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "report_open" ON "report" USING btree ("urgency","created_at","id") WHERE "report"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "revision_author" ON "revision" USING btree ("author_id","sequence");--> statement-breakpoint
CREATE INDEX "withholding_entry" ON "withholding" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "answer_age" ON "answer" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "submission_queue" ON "submission" USING btree ("waiting_since","id") WHERE "submission"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "submission_author" ON "submission" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "submission_item_entry" ON "submission_item" USING btree ("entry_id");