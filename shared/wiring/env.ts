import * as z from 'zod'

const name = z.string().min(1)
const place = z.url({ protocol: /^https$/ })

/** Opens the table. */
const table = { TABLE_NAME: name }
/** Derives the keys of links, codes and cursors. */
const secrets = { SECRET_KEY_ID: name }
/** Knows whose tokens to believe: the pool's, and our own for links. */
const tokens = { TOKEN_ISSUER: place, TOKEN_CLIENT_ID: name, SIGN_KEY_ID: name }
/** Reads what is kept in the vault. */
const vault = { VAULT_BUCKET: name }
/** Prints documents. */
const print = { PRINT_TEMPLATES: name }
/** Writes letters, and names the site in them. */
const post = { MAIL_FROM: name, MAIL_SET: name, SITE: place }
/** Sends codes: from which numbers, by their ARN, and under which configuration set. */
const codes = { CODE_SENDER: name, CODE_CALLER: name, CODE_SET: name }
/** Hands work on, printed letters by a queue of their own. */
const queues = { WORK_QUEUE_URL: place, LETTER_QUEUE_URL: place }

/**
 * Environment variables the stack gives each function class. The stack is typed by them, so a variable that was
 * forgotten does not compile; the function reads them once, at its start, so a variable that is wrong stops it there.
 */
export const envOf = {
  commands: z.object({
    ...table,
    ...secrets,
    ...tokens,
    ...vault,
    QUARANTINE_BUCKET: name,
    POOL_ID: name,
    /** Secret by which it knows what CloudFront passed on, and whose address to write beside a signature. */
    ORIGIN_SECRET: z.string().min(32),
  }),
  queries: z.object({ ...table, ...secrets, ...tokens, ...vault, PACKAGE_KEY_ID: name }),
  prints: z.object({ ...table, ...secrets, ...tokens, ...vault, ...print, SITE: place }),
  relay: z.object({ ...table, ...secrets, ...post, ...codes, ...queues }),
  sweep: z.object({ ...table, ...secrets, ...post, ...codes, ...queues }),
  work: z.object({
    ...table,
    ...secrets,
    ...vault,
    ...print,
    ...post,
    ...queues,
    SEAL_KEY_ID: name,
    TIME_AUTHORITY: z.url({ protocol: /^https?$/ }),
  }),
  bounces: z.object(table),
  upgrade: z.object(table),
  claims: z.object(table),
} as const

export type FunctionName = keyof typeof envOf
export type EnvOf<Name extends FunctionName> = z.output<(typeof envOf)[Name]>
