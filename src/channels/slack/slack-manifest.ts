import { botScopes, EVENTS } from './slack-routes.ts';

export interface ManifestOptions {
  /** Shown in Slack; at most 35 characters. */
  readonly name: string;
  readonly mode: 'socket' | 'http';
  /** Where Slack reaches us over HTTP, without a path. */
  readonly url?: string;
  readonly agentView: boolean;
}

/** The app as Slack creates it from `api.slack.com/apps` › From a manifest: what is in use, and nothing else. */
export function slackManifest({ name, mode, url = 'https://deskhand.example.com', agentView }: ManifestOptions) {
  const endpoint = `${url.replace(/\/+$/, '')}/slack/events`;
  const requestUrl = mode === 'http' ? { request_url: endpoint } : {};
  const description = 'Answers support questions and hands over to people';
  return {
    display_information: { name, description },
    features: {
      // People write to the app in its Messages tab; without it a DM cannot be begun.
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: name, always_online: true },
      ...(agentView ? { assistant_view: { assistant_description: description, suggested_prompts: [] } } : {}),
    },
    oauth_config: { scopes: { bot: botScopes(agentView) } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: Object.keys(EVENTS) },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}
