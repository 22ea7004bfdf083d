import { createEligibilityRule } from '../create-eligibility-rule.ts';

export default createEligibilityRule('no-hipaa-ineligible-features', 'hipaa');
