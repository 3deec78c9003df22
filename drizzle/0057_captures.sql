CREATE TYPE "public"."address_state" AS ENUM('unknown', 'alive', 'dead');--> statement-breakpoint
CREATE TYPE "public"."passage_state" AS ENUM('wanted', 'found', 'missing', 'spoken');--> statement-breakpoint
CREATE TABLE "captured_passage" (
	"key" text NOT NULL,
	"quote_key" text NOT NULL,
	"quote" text NOT NULL,
	"state" "passage_state" DEFAULT 'wanted' NOT NULL,
	"before" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"after" text DEFAULT '' NOT NULL,
	"is_bare" boolean DEFAULT false NOT NULL,
	"looked_at" timestamp with time zone,
	CONSTRAINT "captured_passage_key_quote_key_pk" PRIMARY KEY("key","quote_key")
);
--> statement-breakpoint
CREATE TABLE "cited_address" (
	"key" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"state" "address_state" DEFAULT 'unknown' NOT NULL,
	"looked_at" timestamp with time zone,
	"why" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp with time zone,
	"page_hash" text,
	"archive_url" text,
	"is_urgent" boolean DEFAULT false NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passage_use" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "passage_use_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"quote_key" text NOT NULL,
	"entry_id" bigint,
	"submission_id" bigint,
	CONSTRAINT "passage_use_once" UNIQUE NULLS NOT DISTINCT("key","quote_key","entry_id","submission_id")
);
--> statement-breakpoint
CREATE TABLE "source_address" (
	"source_id" bigint PRIMARY KEY NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outside_host" (
	"host" text PRIMARY KEY NOT NULL,
	"free_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "captured_passage" ADD CONSTRAINT "captured_passage_key_cited_address_key_fk" FOREIGN KEY ("key") REFERENCES "public"."cited_address"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_use" ADD CONSTRAINT "passage_use_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_use" ADD CONSTRAINT "passage_use_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_use" ADD CONSTRAINT "passage_use_key_quote_key_captured_passage_key_quote_key_fk" FOREIGN KEY ("key","quote_key") REFERENCES "public"."captured_passage"("key","quote_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_address" ADD CONSTRAINT "source_address_source_id_entry_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_address" ADD CONSTRAINT "source_address_key_cited_address_key_fk" FOREIGN KEY ("key") REFERENCES "public"."cited_address"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cited_address_due" ON "cited_address" USING btree ("is_urgent" DESC NULLS LAST,"due_at");--> statement-breakpoint
CREATE INDEX "cited_address_looked" ON "cited_address" USING btree ("looked_at");--> statement-breakpoint
CREATE INDEX "cited_address_dead" ON "cited_address" USING btree ("key") WHERE "cited_address"."state" = 'dead';--> statement-breakpoint
CREATE INDEX "passage_use_entry" ON "passage_use" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "passage_use_submission" ON "passage_use" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "source_address_key" ON "source_address" USING btree ("key");--> statement-breakpoint
ALTER TABLE "outside_host" SET UNLOGGED;
