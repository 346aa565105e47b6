import { defineSite } from '../page/site';
export default defineSite({ id: 'gmail', name: 'Gmail', matches: ['https://mail.google.com/*'], hints: ['input[name=composeid]'], surfaces: {} });
