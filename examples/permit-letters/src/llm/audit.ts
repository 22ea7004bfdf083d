import { createHmac } from 'node:crypto';
import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { PLATFORM } from '../platform.js';

const kinesis = new KinesisClient({ region: PLATFORM.region });

export interface Happening {
  userId: string;
  eventType: string;
  input: string;
  output?: string;
  outcome: 'succeeded' | 'failed';
}

const digest = (text: string): string =>
  createHmac('sha256', process.env.AUDIT_KEY ?? '')
    .update(text)
    .digest('hex');

export async function writeAuditEvent({ userId, eventType, input, output, outcome }: Happening): Promise<void> {
  const event = {
    eventType,
    userId,
    outcome,
    component: PLATFORM.component,
    source: process.env.HOSTNAME ?? 'unknown',
    timestamp: new Date().toISOString(),
    dataClassification: PLATFORM.label,
    inputHash: digest(input),
    outputHash: output === undefined ? null : digest(output),
  };
  await kinesis.send(
    new PutRecordCommand({ StreamName: 'ai-audit', PartitionKey: userId, Data: Buffer.from(JSON.stringify(event)) }),
  );
}
