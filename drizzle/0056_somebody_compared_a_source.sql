CREATE TYPE "public"."check_how" AS ENUM('opened', 'passage', 'place', 'owned');--> statement-breakpoint
CREATE TYPE "public"."check_verdict" AS ENUM('says', 'in_part', 'not');--> statement-breakpoint
CREATE TYPE "public"."check_voided" AS ENUM('wording', 'citation', 'source');--> statement-breakpoint
CREATE TABLE "fact_check" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fact_check_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"fact_id" bigint NOT NULL,
	"source_id" bigint NOT NULL,
	"key" text NOT NULL,
	"account_id" bigint NOT NULL,
	"verdict" "check_verdict" NOT NULL,
	"how" "check_how" NOT NULL,
	"place" text,
	"revision_number" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"voided_at" timestamp with time zone,
	"voided_why" "check_voided",
	CONSTRAINT "fact_check_place_length" CHECK (char_length("fact_check"."place") between 1 and 300),
	CONSTRAINT "fact_check_void" CHECK (("fact_check"."voided_at" is null) = ("fact_check"."voided_why" is null))
);
--> statement-breakpoint
ALTER TABLE "fact_check" ADD CONSTRAINT "fact_check_fact_id_entry_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_check" ADD CONSTRAINT "fact_check_source_id_entry_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_check" ADD CONSTRAINT "fact_check_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_check_standing" ON "fact_check" USING btree ("fact_id","source_id","key","account_id") WHERE "fact_check"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "fact_check_account" ON "fact_check" USING btree ("account_id","at","id");--> statement-breakpoint
CREATE INDEX "fact_check_source" ON "fact_check" USING btree ("source_id") WHERE "fact_check"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "fact_check_not" ON "fact_check" USING btree ("fact_id") WHERE "fact_check"."voided_at" is null and "fact_check"."verdict" = 'not';