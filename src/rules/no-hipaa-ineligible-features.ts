import { createEligibilityRule } from './define/eligibility-rule.ts';

export default createEligibilityRule('no-hipaa-ineligible-features', 'hipaa');
