import { mailbox } from '@acme/mail';

export const send = (request) => mailbox.messages.create(request);
