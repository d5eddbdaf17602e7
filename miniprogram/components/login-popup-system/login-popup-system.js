const { behavior } = require('../../phone-login/index');

Component({
  options: { multipleSlots: true },
  behaviors: [behavior],
});
