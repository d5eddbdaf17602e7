Page({
  data: { showPhonePopup: false, userPhone: '' },

  showPhonePopup() {
    this.setData({ showPhonePopup: true });
  },

  onPhoneNumberVerified({ detail: { phoneNumber, maskedNumber } }) {
    this.setData({ userPhone: maskedNumber });
    this.fillIn(phoneNumber);
  },

  fillIn(phoneNumber) {
    // The form of yours. A number from here is no proof of who the user is.
  },
});
