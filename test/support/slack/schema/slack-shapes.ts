import type { ActionsBlock, ContextBlock, DividerBlock, HeaderBlock, SectionBlock } from '@slack/types';
import type * as events from '@slack/types';
import type {
  AssistantThreadsSetStatusArguments,
  ChatPostEphemeralArguments,
  ChatPostMessageArguments,
  ChatUpdateArguments,
  ConversationsHistoryArguments,
  ConversationsInfoArguments,
  ConversationsOpenArguments,
  ConversationsRepliesArguments,
  ReactionsAddArguments,
  ReactionsRemoveArguments,
  UsersInfoArguments,
  ViewsOpenArguments,
} from '@slack/web-api';

/*
 * What the schemas beside this file are generated from, once and by hand, whenever this file or the SDK changes:
 *
 *   for kind in Post Call Event; do npx --yes ts-json-schema-generator@2.9.0 \
 *     --path test/support/slack/schema/slack-shapes.ts --type Slack${kind}Shapes --no-type-check --jsDoc none \
 *     --no-top-ref --minify --out test/support/slack/schema/slack-${kind,}-shapes.json; done
 */

/** Slack's own type takes any block; these are the ones that a post of ours may hold. */
type PostBlock = SectionBlock | ContextBlock | ActionsBlock | HeaderBlock | DividerBlock;

interface Post {
  readonly channel: ChatPostMessageArguments['channel'];
  readonly text: string;
  readonly blocks: PostBlock[];
  readonly thread_ts?: string;
}

/** Arguments of the methods that say something. */
export interface SlackPostShapes {
  'chat.postMessage': Post & {
    readonly unfurl_links?: ChatPostMessageArguments['unfurl_links'];
    readonly unfurl_media?: ChatPostMessageArguments['unfurl_media'];
    readonly metadata?: ChatPostMessageArguments['metadata'];
  };
  'chat.update': Omit<Post, 'thread_ts'> & {
    readonly ts: ChatUpdateArguments['ts'];
    readonly metadata?: ChatPostMessageArguments['metadata'];
  };
  'chat.postEphemeral': Post & { readonly user: ChatPostEphemeralArguments['user'] };
}

/** Arguments of the other methods. */
export interface SlackCallShapes {
  'assistant.threads.setStatus': AssistantThreadsSetStatusArguments;
  'conversations.history': ConversationsHistoryArguments;
  'conversations.info': ConversationsInfoArguments;
  'conversations.open': ConversationsOpenArguments;
  'conversations.replies': ConversationsRepliesArguments;
  'reactions.add': ReactionsAddArguments;
  'reactions.remove': ReactionsRemoveArguments;
  'users.info': UsersInfoArguments;
  'views.open': ViewsOpenArguments;
}

/** Events, by type and subtype. */
export interface SlackEventShapes {
  app_mention: events.AppMentionEvent;
  message: events.GenericMessageEvent;
  'message/bot_message': events.BotMessageEvent;
  'message/file_share': events.FileShareMessageEvent;
  'message/message_changed': events.MessageChangedEvent;
  'message/message_deleted': events.MessageDeletedEvent;
  'message/thread_broadcast': events.ThreadBroadcastMessageEvent;
}
