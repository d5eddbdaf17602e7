export default { pages: ['pages/login/login', 'pages/sms/sms'] };
