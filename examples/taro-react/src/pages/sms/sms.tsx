import { Button, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { forget } from 'wx-phone-login';

export default function Sms() {
  const logIn = () => {
    // Your own login comes here. What a popup still holds belongs to nobody after it.
    forget();
    Taro.navigateBack();
  };

  return (
    <View>
      <Button onClick={logIn}>短信登录</Button>
    </View>
  );
}
