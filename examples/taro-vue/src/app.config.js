export default { pages: ['pages/login/login', 'pages/button/button', 'pages/sms/sms'] };
