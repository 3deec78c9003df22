ALTER TABLE "entry" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "page_kind" ADD COLUMN "schema_types" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
UPDATE "entry" SET "changed_at" = "revision"."created_at" FROM "revision" WHERE "revision"."id" = "entry"."head_id";--> statement-breakpoint
CREATE INDEX "entry_sitemap" ON "entry" USING btree ("kind",(("number" - 1) / 10000),"changed_at") WHERE "entry"."deleted_at" is null;