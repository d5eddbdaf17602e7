import { Button, Text, View } from '@tarojs/components';
import { useState } from 'react';

/** A page that forgets to bind `close`: its own flag stays true. */
export default function Unbound() {
  const [isShown, setShown] = useState(false);
  const [renders, setRenders] = useState(0);
  const render = () => setRenders((count) => count + 1);

  return (
    <View>
      <Button onClick={() => setShown(true)}>手机号登录</Button>
      <Button onClick={() => setShown(false)}>收回</Button>
      <Button onClick={render}>重新渲染</Button>
      <Text>{renders}</Text>
      <login-popup-system
        showPhonePopup={isShown}
        customStyle={`--renders:${renders};`}
        cloudFunction='phoneLogin'
        onLogin={render}
      />
    </View>
  );
}
