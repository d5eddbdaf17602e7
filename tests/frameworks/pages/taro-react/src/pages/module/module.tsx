import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type Backend, ready } from 'wx-phone-login';

export default function Module() {
  const [backend, setBackend] = useState<Backend>();
  useEffect(() => {
    ready().then((loaded) => setBackend(loaded.backend));
  }, []);
  return <Text>{backend}</Text>;
}
