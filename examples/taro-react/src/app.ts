import { cloud } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';

cloud.init({ env: 'your-env-id' });

export default function App({ children }: PropsWithChildren) {
  return children;
}
