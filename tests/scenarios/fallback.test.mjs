import { Phone } from '../support/realm/phone.mjs';
import { testCore } from '../support/scenarios/test-core.mjs';

testCore(new Phone({ withoutGlobals: ['WXWebAssembly'] }), 'js');
