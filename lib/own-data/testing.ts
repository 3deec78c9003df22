import { changeRows, readRows } from '@/db/postgres/testing'
import { newcomer } from '@/lib/accounts/testing'
import {
  edited,
  factContent,
  holdBack,
  newKey,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { sayCheck } from '@/lib/facts/checks/say'
import { checkedKey } from '@/lib/kinds/checked-key'
import { changeWatch } from '@/lib/news/watching'
import type { AccountActor } from '@/lib/policy/actor'
import { fileReport } from '@/lib/reports/file-report'
import { reportSchema } from '@/lib/reports/schema'
import { requestChanges } from '@/lib/review/turn-down'
import { done, replied, started } from '@/lib/talk/testing'

/** For tests of one's own data: somebody who has left something in every part of it. */

let people = 0

const here = { network: 'a network of theirs' }

/** What somebody has written, and where. */
export interface Left {
  person: AccountActor
  page: number
  thread: number
  comment: number
  submission: number
}

/**
 * A trusted person who has written, sent, said, reported and watched something, and has every way in. `word` stands in all
 * that they wrote.
 */
export async function somebodyBusy(moderator: AccountActor, word: string): Promise<Left> {
  const person = await newcomer('trusted', `Busy ${word} ${++people}`)
  const page = await publishNew(moderator, 'page', pageContent(`Page of ${word}`, { p: 'one' }))
  await publishNow(person, edited('page', page, 1, pageContent(`Page of ${word}`, { p: `edit ${word}` })))
  const submission = await heldOf(person, moderator, word)
  const talk = await done(started(person, page, `comment ${word}`, `subject ${word}`))
  await done(replied(moderator, talk.threadId, 'words of somebody else'))
  await changeWatch(person, { targetId: page, of: 'entry', on: 'yes' }, here)
  const report = reportSchema.parse({
    key: newKey(),
    kind: 'page',
    id: String(page),
    category: 'wrong',
    words: `report ${word}`,
  })
  await fileReport(person, report, here)
  await checkFact(person, moderator, { page, word })
  await changeRows(everythingElse(person.id, moderator.id, word))
  return { person, page, thread: talk.threadId, comment: talk.commentId, submission }
}

/** Says of a moderator's fact that its source says so. */
async function checkFact(
  person: AccountActor,
  moderator: AccountActor,
  { page, word }: { page: number; word: string },
): Promise<void> {
  const source = await publishNew(moderator, 'source', sourceContent(`Source of ${word}`))
  const fact = factContent(`Fact of ${word}.`, [page], { citations: [citationOf(source)] })
  const id = await publishNew(moderator, 'fact', fact)
  const number = Number((await readRows(`select number from entry where id = ${id}`))[0]?.number)
  const key = checkedKey(fact, citationOf(source))
  await done(sayCheck(person, { fact: number, key, verdict: 'says', place: `check ${word}` }) as never)
}

async function heldOf(person: AccountActor, moderator: AccountActor, word: string): Promise<number> {
  const guarded = await publishNew(moderator, 'page', pageContent(`Guarded ${word}`, { p: 'one' }))
  await changeRows(`update entry set protection = 'moderators' where id = ${guarded}`)
  const id = await holdBack(
    person,
    edited('page', guarded, 1, pageContent(`Guarded ${word}`, { p: `proposal ${word}` })),
  )
  await requestChanges(moderator, {
    submissionId: id,
    roundNumber: 1,
    key: newKey(),
    reason: `reason ${word}`,
  })
  return id
}

/** Rows that only other sites, devices and time would make. */
const everythingElse = (id: number, moderatorId: number, word: string) => `
  update account set email = '${word}@example.org', email_confirmed_at = now(), email_refused_at = now(),
    progress = 'progress ${word}', greeting_put_away_at = now() where id = ${id};
  insert into held_name values ('hash ${word}', ${id}, now() + interval '9 days');
  insert into session (id, account_id, expires_at, user_agent)
    values ('secret-session-${word}', ${id}, now() + interval '9 days', 'browser ${word}');
  insert into account_token (id, account_id, purpose, email, expires_at)
    values ('secret-token-${word}', ${id}, 'confirm_email', 'new-${word}@example.org', now() + interval '1 day');
  insert into second_step (account_id, sealed_secret) values (${id}, 'secret-totp-${word}');
  insert into spare_code (id, account_id) values ('secret-spare-${word}', ${id});
  insert into passkey (id, account_id, name, public_key, counter)
    values ('secret-passkey-${word}', ${id}, 'passkey ${word}', 'secret-key', 0);
  insert into passkey_challenge (id, account_id, expires_at) values ('secret-challenge-${word}', ${id}, now());
  insert into outside_identity (issuer, subject, account_id, label)
    values ('https://example.org', 'subject ${word}', ${id}, 'label ${word}');
  insert into own_words (account_id, words, state) values (${id}, 'own words ${word}', 'shown');
  insert into mute (account_id, muted_id) values (${id}, ${moderatorId});
  insert into block (account_id, by_id, reason, expires_at, lifted_at, lifted_by_id)
    values (${id}, ${moderatorId}, 'block ${word}', now(), now(), ${moderatorId});
  insert into appeal (block_id, account_id, words)
    select max(b.id), ${id}, 'appeal ${word}' from block b where b.account_id = ${id};
  insert into audit_record (actor_id, act, account_id, detail, reason, is_public)
    values (${moderatorId}, 'account.block', ${id}, '{}', 'block ${word}', true);
  insert into watch_feed (account_id, salt) values (${id}, 'secret-salt-${word}');
  insert into notification (account_id, event_id, family, kind, topic, at)
    select ${id}, max(id), 'own', 'kind ${word}', 'topic', now() from event;
  insert into mail_choice values (${id}, 'own', 'daily');
  insert into mail_plan (account_id, time_zone, hour) values (${id}, 'Europe/London', 8)
    on conflict (account_id) do update set time_zone = excluded.time_zone;
  insert into news_mail (account_id) values (${id});
  insert into news_mail_item select ${id}, 1, max(id) from news_mail;
  insert into owed_mail (account_id, purpose, address) values (${id}, 'sign_in', 'mail-${word}@example.org');
  insert into decision_wish (submission_id, address)
    select max(id), 'wish-${word}@example.org' from submission where author_id = ${id};
  insert into upload (id, account_id, bytes) values (gen_random_uuid(), ${id}, 12);
  insert into stored_object (sha256, media_type, bytes, width, height, colour, uploaded_by_id)
    values (encode(sha256('${word}'), 'hex'), 'image/webp', 1, 1, 1, '#000000', ${id});
  insert into answer (account_id, key, body_hash, answer) values (${id}, 'key ${word}', '', '{}');
  insert into vote (round_id, account_id, verdict, reason)
    select max(id), ${id}, 'accept', 'vote ${word}' from submission_round;
  insert into patrol (revision_id, by_id) select min(id), ${id} from revision
    where id not in (select revision_id from patrol);
`
