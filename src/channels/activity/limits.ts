/** Bytes of JSON an attachment may take. Teams refuses cards somewhere above 28 kB; this leaves room. */
export const MAX_ATTACHMENT_BYTES = 20_000;

/** Bytes of one text message, well below what Teams accepts. */
export const MAX_TEXT_BYTES = 16_000;

/** Bytes of one block of a card or one paragraph of a message before escaping; longer ones go on in a next block. */
export const MAX_BLOCK_BYTES = 3_000;

/** UTF-16 units that fit in one field of a form. */
export const MAX_INPUT_LENGTH = 4_000;

/** UTF-16 units of a learner's message beyond which it is refused. */
export const MAX_INCOMING_LENGTH = 40_000;

/** Size as it travels: UTF-8 bytes of the JSON text. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8');
}
