import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';

/** What is said of one call; text goes in as a keyed hash alone. */
export interface Call {
  readonly userId: string;
  readonly action: string;
  readonly input: string;
  readonly output?: string;
  readonly outcome: 'success' | 'failure';
}

const keyedHash = (text: string): string =>
  createHmac('sha256', process.env.AUDIT_KEY ?? '')
    .update(text)
    .digest('hex');

export class AuditTrail {
  constructor(private readonly pool: Pool) {}

  async record({ userId, action, input, output, outcome }: Call): Promise<void> {
    const event = {
      userId,
      action,
      inputHash: keyedHash(input),
      outputHash: output === undefined ? null : keyedHash(output),
      outcome,
      timestamp: new Date().toISOString(),
    };
    await this.pool.query('INSERT INTO ai_audit_log (event) VALUES ($1)', [event]);
  }
}
