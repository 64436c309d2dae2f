/** What changed, for those who watch: a printed demo, a page in the browser. Read the rest from the workspace. */
export type Notice =
  | {
      readonly kind: 'message-posted' | 'message-edited' | 'message-deleted';
      readonly channel: string;
      readonly ts: string;
    }
  | {
      readonly kind: 'reaction-added' | 'reaction-removed';
      readonly channel: string;
      readonly ts: string;
      readonly user: string;
      readonly emoji: string;
    }
  | {
      readonly kind: 'pin-added' | 'pin-removed';
      readonly channel: string;
      readonly ts: string;
      readonly user: string;
    }
  | { readonly kind: 'channel-created' | 'channel-changed'; readonly channel: string }
  | { readonly kind: 'member-joined' | 'member-left'; readonly channel: string; readonly user: string }
  | { readonly kind: 'command-given'; readonly channel: string; readonly user: string; readonly text: string }
  | {
      readonly kind: 'button-pressed';
      readonly channel: string;
      readonly user: string;
      readonly action: string;
    }
  | { readonly kind: 'view-changed'; readonly view: string; readonly user: string }
  | { readonly kind: 'delivery-failed'; readonly delivery: number };
