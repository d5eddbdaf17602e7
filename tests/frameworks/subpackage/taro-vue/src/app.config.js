export default {
  pages: ['pages/home/home'],
  subPackages: [
    { root: 'member', pages: ['pages/login/login', 'pages/button/button', 'pages/sms/sms', 'pages/module/module'] },
  ],
};
