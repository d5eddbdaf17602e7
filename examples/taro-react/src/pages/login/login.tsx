import { Button, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { ComponentCustomEvent } from 'wx-phone-login';

/** What the cloud function phoneLogin replies, as far as this page needs it. */
interface Session {
  token: string;
}

export default function Login() {
  const [isShown, setShown] = useState(false);
  const [maskedNumber, setMaskedNumber] = useState<string>();

  const onLogin = ({ detail }: ComponentCustomEvent<'login'>) => {
    Taro.setStorageSync('session', (detail.data as Session).token);
    setMaskedNumber(detail.maskedNumber);
  };

  return (
    <View>
      <Button onClick={() => setShown(true)}>手机号登录</Button>
      <Text>{maskedNumber}</Text>
      <login-popup-system
        showPhonePopup={isShown}
        cloudFunction='phoneLogin'
        idempotent
        onClose={() => setShown(false)}
        onLogin={onLogin}
        onOtherlogin={() => Taro.navigateTo({ url: '/pages/sms/sms' })}
      />
    </View>
  );
}
