import { Checkbox, CheckboxGroup, Label, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { ComponentCustomEvent } from 'wx-phone-login';

const AGREEMENTS = [{ name: '《用户服务协议》' }];

export default function Button() {
  const [isAgreed, setAgreed] = useState(false);
  const [maskedNumber, setMaskedNumber] = useState<string>();

  const onLogin = ({ detail }: ComponentCustomEvent<'login'>) => {
    const { token } = detail.data as { token: string };
    Taro.setStorageSync('session', token);
    setMaskedNumber(detail.maskedNumber);
  };

  return (
    <View>
      <CheckboxGroup onChange={({ detail }) => setAgreed(detail.value.length > 0)}>
        <Label>
          <Checkbox value='agreed' />
          我已阅读并同意《用户服务协议》
        </Label>
      </CheckboxGroup>
      <Text>{maskedNumber}</Text>
      <phone-login-button
        requireAgreement
        agreements={AGREEMENTS}
        agreed={isAgreed}
        cloudFunction='phoneLogin'
        idempotent
        onLogin={onLogin}
        onOtherlogin={() => Taro.navigateTo({ url: '/pages/sms/sms' })}
      />
    </View>
  );
}
