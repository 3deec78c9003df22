CREATE TABLE "appeal" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "appeal_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"block_id" bigint NOT NULL,
	"account_id" bigint NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by_id" bigint,
	"outcome" text,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "mute" (
	"account_id" bigint NOT NULL,
	"muted_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mute_account_id_muted_id_pk" PRIMARY KEY("account_id","muted_id")
);
--> statement-breakpoint
ALTER TABLE "block" ADD COLUMN "rule" text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_block_id_block_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."block"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_answered_by_id_account_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mute" ADD CONSTRAINT "mute_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mute" ADD CONSTRAINT "mute_muted_id_account_id_fk" FOREIGN KEY ("muted_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appeal_one_open" ON "appeal" USING btree ("block_id") WHERE "appeal"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "appeal_open" ON "appeal" USING btree ("id") WHERE "appeal"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "appeal_account" ON "appeal" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "mute_muted" ON "mute" USING btree ("muted_id");