import { cpSync } from 'node:fs';
import uni from '@dcloudio/vite-plugin-uni';
import { defineConfig } from 'vite';

// uni-app takes native components from src/wxcomponents only, and easycom components from src/uni_modules.
const installed = 'node_modules/wx-phone-login';
cpSync(`${installed}/miniprogram_dist`, 'src/wxcomponents/wx-phone-login', { recursive: true });
cpSync(`${installed}/uni_modules`, 'src/uni_modules', { recursive: true });

export default defineConfig({ plugins: [uni.default()] });
