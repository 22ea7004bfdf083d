import claudeCompliance from 'eslint-plugin-claude-compliance';

export default [...claudeCompliance.configs.finserv];
