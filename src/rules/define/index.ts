/**
 * The door to what rules answer, for whoever wants their assessments and not ESLint's reports.
 */
export { assess } from './assess.ts';
export type { RuleAssessment } from './assess.ts';
export type { Assessment, Certainty, Outcome, Place, Subject, SubjectKind } from './assessment.ts';
export type { Assessed, ClaudeRule, RuleInput } from './definition.ts';
export type { Because } from './reasons.ts';
