import { createEligibilityRule } from './define/eligibility-rule.ts';

export default createEligibilityRule('no-zdr-ineligible-features', 'zdr');
