/**
 * Packages that are known to be something else than Claude.
 */

/** Packages with a `messages.create` of their own. */
export const OTHER_PACKAGES =
  /^(?:openai|twilio|mailgun|intercom|@sendbird|@prisma|@slack|@line\/|telnyx|plivo|messagebird|@vonage|googleapis|@googleapis|@microsoft\/|next-intl|vue-i18n|i18next|react-intl|groq-sdk|@mistralai|cohere|@google\/)/i;

/** Packages of other vendors' clients, whose files and batches might be meant. */
export const OTHER_VENDORS =
  /^(?:openai|@google\/|@google-cloud\/|groq-sdk|@mistralai|cohere|together-ai|@azure\/openai|ollama)/;
