import { checkBlocks, textLength } from '../block-rules.js';
import { limits } from '../limits.js';
import type { Fields } from '../world.js';
import { AnyFields, type Arguments, ListOfFields } from './arguments.js';
import { type Found, refuse } from './route.js';

/** What an app gave as the content of a message. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly Fields[];
  readonly attachments: readonly Fields[];
  readonly hasText: boolean;
  readonly hasBlocks: boolean;
  readonly hasAttachments: boolean;
}

/** The words of a method for what it refuses; they differ from method to method. */
export interface Words {
  readonly tooLongBlocks: string;
  readonly badAttachments: string;
}

export function readContent(args: Arguments, words: Words): Found<Content> {
  const blocks = list(args, 'blocks');
  if (blocks === 'unreadable') return { refusal: refuse('invalid_blocks_format') };
  const attachments = list(args, 'attachments');
  if (attachments === 'unreadable') return { refusal: refuse(words.badAttachments) };
  const markdown = args.has('markdown_text') ? args.text('markdown_text') : null;
  if (markdown !== null && (args.has('text') || (blocks?.length ?? 0) > 0)) {
    return { refusal: refuse('markdown_text_conflict') };
  }
  if (markdown !== null && markdown.length > limits.markdownText) {
    return { refusal: refuse(words.tooLongBlocks) };
  }
  const faults = checkBlocks(blocks ?? [], 'message');
  if (faults.length > 0)
    return { refusal: refuse('invalid_blocks', { response_metadata: { messages: faults } }) };
  if (textLength(blocks ?? []) > limits.blocksText) return { refusal: refuse(words.tooLongBlocks) };
  if ((attachments?.length ?? 0) > limits.attachments) return { refusal: refuse('too_many_attachments') };
  const text = markdown ?? args.text('text') ?? '';
  const isEmpty = text.trim() === '' && !blocks?.length && !attachments?.length;
  if (isEmpty) return { refusal: refuse('no_text') };
  return {
    is: {
      text,
      blocks: blocks ?? [],
      attachments: attachments ?? [],
      hasText: text !== '',
      hasBlocks: blocks !== null,
      hasAttachments: attachments !== null,
    },
  };
}

function list(args: Arguments, name: string): readonly Fields[] | null | 'unreadable' {
  const given = args.structure(name);
  if (given.kind === 'absent') return null;
  if (given.kind !== 'read') return 'unreadable';
  const parsed = ListOfFields.safeParse(given.value);
  return parsed.success ? parsed.data : 'unreadable';
}

/** Message metadata: an event type and a flat payload. Undefined when none was given. */
export function readMetadata(args: Arguments): Found<Fields | undefined> {
  const given = args.structure('metadata');
  if (given.kind === 'absent') return { is: undefined };
  const parsed = AnyFields.safeParse(given.kind === 'read' ? given.value : null);
  if (!parsed.success) return { refusal: refuse('invalid_metadata_format') };
  const { event_type, event_payload } = parsed.data;
  const isWhole =
    typeof event_type === 'string' && event_type !== '' && AnyFields.safeParse(event_payload).success;
  if (!isWhole) return { refusal: refuse('invalid_metadata_schema') };
  if (JSON.stringify(parsed.data).length > limits.metadataBytes)
    return { refusal: refuse('metadata_too_large') };
  return { is: { event_type, event_payload } };
}
