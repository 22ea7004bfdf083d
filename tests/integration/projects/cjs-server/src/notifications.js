'use strict';

const twilio = require('twilio')(process.env.TWILIO_SID, process.env.TWILIO_TOKEN);

// Tells the patient that Claude has finished the summary.
exports.notify = (to) => twilio.messages.create({ to, from: '+15550100', body: 'Your summary is ready.' });
