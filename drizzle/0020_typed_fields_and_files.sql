CREATE TYPE "public"."size_format" AS ENUM('webp', 'avif');--> statement-breakpoint
CREATE TYPE "public"."upload_state" AS ENUM('open', 'received', 'stored', 'refused', 'used');--> statement-breakpoint
CREATE TYPE "public"."field_type" AS ENUM('text', 'line', 'number', 'date', 'page', 'pages', 'image', 'list', 'boolean');--> statement-breakpoint
CREATE TABLE "erased_object" (
	"sha256" text PRIMARY KEY NOT NULL,
	"likeness" text,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file_version" (
	"entry_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "file_version_entry_id_number_pk" PRIMARY KEY("entry_id","number")
);
--> statement-breakpoint
CREATE TABLE "object_size" (
	"sha256" text NOT NULL,
	"crop" text NOT NULL,
	"width" integer NOT NULL,
	"format" "size_format" NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "object_size_sha256_crop_width_format_pk" PRIMARY KEY("sha256","crop","width","format")
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"bytes" integer NOT NULL,
	"state" "upload_state" DEFAULT 'open' NOT NULL,
	"refusal" text,
	"sha256" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "field_value" (
	"entry_id" bigint NOT NULL,
	"field" text NOT NULL,
	"position" smallint NOT NULL,
	"type" "field_type" NOT NULL,
	"fits" boolean NOT NULL,
	"number" double precision,
	"unit" text,
	"first_day" date,
	"last_day" date,
	"is_approximate" boolean,
	"boolean" boolean,
	CONSTRAINT "field_value_entry_id_field_position_pk" PRIMARY KEY("entry_id","field","position")
);
--> statement-breakpoint
CREATE TABLE "relation" (
	"from_id" bigint NOT NULL,
	"to_id" bigint NOT NULL,
	"field" text NOT NULL,
	"position" smallint NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	"ordinal" integer NOT NULL,
	"sort_key" text NOT NULL,
	CONSTRAINT "relation_from_id_field_to_id_since_pk" PRIMARY KEY("from_id","field","to_id","since")
);
--> statement-breakpoint
CREATE TABLE "title_relation" (
	"from_id" bigint NOT NULL,
	"key" text NOT NULL,
	"field" text NOT NULL,
	"position" smallint NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	"ordinal" integer NOT NULL,
	"sort_key" text NOT NULL,
	CONSTRAINT "title_relation_from_id_field_key_since_pk" PRIMARY KEY("from_id","field","key","since")
);
--> statement-breakpoint
ALTER TABLE "stored_object" ADD COLUMN "colour" text NOT NULL;--> statement-breakpoint
ALTER TABLE "stored_object" ADD COLUMN "likeness" text;--> statement-breakpoint
ALTER TABLE "infobox_field" ADD COLUMN "type" "field_type" DEFAULT 'line' NOT NULL;--> statement-breakpoint
ALTER TABLE "infobox_field" ADD COLUMN "unit" text;--> statement-breakpoint
ALTER TABLE "infobox_field" ADD COLUMN "is_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "infobox_field" ADD COLUMN "help" text;--> statement-breakpoint
ALTER TABLE "infobox_field" ADD COLUMN "section" text;--> statement-breakpoint
ALTER TABLE "infobox_field" ADD COLUMN "reverse_label" text;--> statement-breakpoint
ALTER TABLE "infobox_field" ADD COLUMN "is_offered" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "page_kind" ADD COLUMN "place_label" text;--> statement-breakpoint
ALTER TABLE "page_kind" ADD COLUMN "parts_label" text;--> statement-breakpoint
ALTER TABLE "file_version" ADD CONSTRAINT "file_version_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "object_size" ADD CONSTRAINT "object_size_sha256_stored_object_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."stored_object"("sha256") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_value" ADD CONSTRAINT "field_value_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_from_id_entry_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relation" ADD CONSTRAINT "relation_to_id_entry_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "title_relation" ADD CONSTRAINT "title_relation_from_id_entry_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_version_object" ON "file_version" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "upload_account" ON "upload" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "upload_age" ON "upload" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "field_value_unfit" ON "field_value" USING btree ("entry_id","field") WHERE not "field_value"."fits";--> statement-breakpoint
CREATE INDEX "field_value_field" ON "field_value" USING btree ("field","entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "relation_open" ON "relation" USING btree ("from_id","field","to_id") WHERE "relation"."until" is null;--> statement-breakpoint
CREATE INDEX "relation_to_open" ON "relation" USING btree ("to_id","field","ordinal","sort_key","from_id") WHERE "relation"."until" is null;--> statement-breakpoint
CREATE INDEX "relation_to" ON "relation" USING btree ("to_id","field","since");--> statement-breakpoint
CREATE UNIQUE INDEX "title_relation_open" ON "title_relation" USING btree ("from_id","field","key") WHERE "title_relation"."until" is null;--> statement-breakpoint
CREATE INDEX "title_relation_to" ON "title_relation" USING btree ("key","field","ordinal","sort_key","from_id");--> statement-breakpoint
CREATE INDEX "stored_object_age" ON "stored_object" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "submission_item_object" ON "submission_item" USING btree (("content" ->> 'object')) WHERE "submission_item"."entry_kind" = 'file';