import { createEligibilityRule } from '../create-eligibility-rule.ts';

export default createEligibilityRule('no-zdr-ineligible-features', 'zdr');
