import { createHmac } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { label, request } from './policy.js';

const s3 = new S3Client({});
const keyed = (text) => createHmac('sha256', process.env.ARCHIVE_KEY).update(text).digest('hex');

/** Appends to the archive of AI-assisted decisions: object lock, seven years. */
export async function archive({ userId, input, output, requestId, outcome }) {
  const timestamp = new Date().toISOString();
  const auditRecord = {
    timestamp,
    userId,
    outcome,
    requestId,
    model: request.model,
    dataClassification: label,
    inputHash: keyed(input),
    outputHash: output === undefined ? null : keyed(output),
  };
  await s3.send(
    new PutObjectCommand({ Bucket: 'ai-audit-log', Key: timestamp, Body: JSON.stringify(auditRecord) }),
  );
}
