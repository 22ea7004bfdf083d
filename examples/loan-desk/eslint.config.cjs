const claudeCompliance = require('eslint-plugin-claude-compliance');

module.exports = [...claudeCompliance.configs.finserv];
