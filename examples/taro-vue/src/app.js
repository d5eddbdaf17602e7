import { cloud } from '@tarojs/taro';
import { createApp } from 'vue';

cloud.init({ env: 'your-env-id' });

export default createApp({});
