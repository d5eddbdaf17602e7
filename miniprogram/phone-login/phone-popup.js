const { call, loaded, replace } = require('./core');

/** The state machine, bound to the module that made it. */
class PhonePopup {
  constructor(options) {
    call('PhonePopup', (glue) => {
      this.glue = glue;
      this.machine = new glue.PhonePopup(options);
    });
  }

  dispatch(event, now) {
    return this.use((machine) => machine.dispatch(event, now));
  }

  holds(options, now) {
    return this.use((machine) => machine.holds(options, now));
  }

  get view() {
    return this.use((machine) => machine.view);
  }

  /** Its state is lost with its module, so nobody else can answer in its place. */
  use(act) {
    if (!this.machine) throw new Error('wx-phone-login: this PhonePopup was freed');
    if (this.glue !== loaded('PhonePopup')) throw new Error('wx-phone-login: the module of this PhonePopup has failed');
    try {
      return act(this.machine);
    } catch (error) {
      replace(this.glue, error);
      throw error;
    }
  }

  free() {
    const { machine } = this;
    this.machine = undefined;
    try {
      if (machine) machine.free();
    } catch (error) {
      replace(this.glue, error);
    }
  }
}

module.exports = { PhonePopup };
