const { behavior } = require('wx-phone-login');

Component({
  behaviors: [behavior],
  externalClasses: ['custom-class'],

  /** All of the view is on the screen, so that no toast has to say what went wrong. */
  data: { showsGuidance: true },
});
