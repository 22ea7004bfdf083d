/**
 * Clients of HTTP by their packages, made and called as their documents do; `//!` names the rules that report a line.
 */
import type { Road } from './types.ts';

export const HTTP_CLIENTS: readonly Road[] = [
  {
    name: 'wretch base url post',
    code: `import wretch from 'wretch';
const api = wretch('https://api.anthropic.com').headers({ 'anthropic-version': '2023-06-01' });
export async function ask(q: string) {
  const r: any = await api.url('/v1/messages').post({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }).json(); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'wretch json body',
    code: `import wretch from 'wretch';
export async function ask(q: string) {
  const r: any = await wretch('https://api.anthropic.com/v1/messages').headers({ 'x-api-key': process.env.ANTHROPIC_API_KEY! }).json({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }).post().json(); //! geo model audit
  console.log(r.content[0].text); //! log
}
`,
  },
  {
    name: 'wretch named, res callback',
    code: `import { default as w } from 'wretch';
const llm = w().url('https://api.anthropic.com/v1').auth('Bearer ' + process.env.TOKEN);
export async function ask(q: string) {
  const r: any = await llm.url('/messages').post({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }).res((x) => x.json()); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'wretch in class',
    code: `import wretch from 'wretch';
import QueryString from 'wretch/addons/queryString';
const api = wretch('https://api.anthropic.com').addon(QueryString).errorType('json');
export async function ask(q: string) {
  const r: any = await api.headers({ 'anthropic-version': '2023-06-01' }).post({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }, '/v1/messages').json(); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'ky create prefixUrl',
    code: `import ky from 'ky';
const api = ky.create({ prefixUrl: 'https://api.anthropic.com/v1', headers: { 'anthropic-version': '2023-06-01' } });
export async function ask(q: string) {
  const r: any = await api.post('messages', { json: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }).json(); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'ky create call',
    code: `import ky from 'ky';
const api = ky.create({ prefix: 'https://api.anthropic.com' });
export async function ask(q: string) {
  const r: any = await api('v1/messages', { method: 'post', json: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }).json(); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'ky baseUrl v2',
    code: `import ky from 'ky';
const claude = ky.create({ baseUrl: 'https://api.anthropic.com/v1/' });
export async function ask(q: string) {
  const r: any = await claude.post('messages', { json: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }).json(); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'ky extend twice',
    code: `import ky from 'ky';
const base = ky.create({ headers: { 'anthropic-version': '2023-06-01' } });
const api = base.extend({ prefixUrl: 'https://api.anthropic.com' });
export async function ask(q: string) {
  const r = await api.post('v1/messages', { json: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }).json<any>(); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'got extend',
    code: `import got from 'got';
const api = got.extend({ prefixUrl: 'https://api.anthropic.com', responseType: 'json', headers: { 'anthropic-version': '2023-06-01' } });
export async function ask(q: string) {
  const { body } = await api.post<any>('v1/messages', { json: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(body.content); //! log
}
`,
  },
  {
    name: 'got extend call',
    code: `import { got } from 'got';
const api = got.extend({ prefixUrl: 'https://api.anthropic.com/v1' });
export async function ask(q: string) {
  const r: any = await api('messages', { method: 'POST', json: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }).json(); //! geo model audit
  console.log(r); //! log
}
`,
  },
  {
    name: 'got post direct',
    code: `import got from 'got';
export async function ask(q: string) {
  const r: any = await got.post('https://api.anthropic.com/v1/messages', { json: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }).json(); //! geo model audit
  console.log(r.content[0].text); //! log
}
`,
  },
  {
    name: 'ofetch create',
    code: `import { ofetch } from 'ofetch';
const api = ofetch.create({ baseURL: 'https://api.anthropic.com' });
export async function ask(q: string) {
  const r = await api('/v1/messages', { method: 'POST', body: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'ofetch direct',
    code: `import { ofetch } from 'ofetch';
export async function ask(q: string) {
  const r = await ofetch('/v1/messages', { baseURL: 'https://api.anthropic.com', method: 'POST', body: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: '$fetch named',
    code: `import { $fetch } from 'ofetch';
const claude = $fetch.create({ baseURL: 'https://api.anthropic.com/v1' });
export async function ask(q: string) {
  const r = await claude('/messages', { method: 'POST', body: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'ofetch raw',
    code: `import { ofetch } from 'ofetch';
export async function ask(q: string) {
  const r = await ofetch.raw('https://api.anthropic.com/v1/messages', { method: 'POST', body: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(r._data.content); //! log
}
`,
  },
  {
    name: 'superagent agent',
    code: `import request from 'superagent';
const agent = request.agent().set('anthropic-version', '2023-06-01');
export async function ask(q: string) {
  const r = await agent.post('https://api.anthropic.com/v1/messages').send({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(r.body.content); //! log
}
`,
  },
  {
    name: 'superagent function',
    code: `import superagent from 'superagent';
export async function ask(q: string) {
  const r = await superagent('POST', 'https://api.anthropic.com/v1/messages').set('x-api-key', process.env.K!).send({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(r.text); //! log
}
`,
  },
  {
    name: 'superagent stepwise',
    code: `import superagent from 'superagent';
export async function ask(q: string) {
  const req = superagent.post("https://api.anthropic.com/v1/messages"); //! geo audit
  req.set('anthropic-version', '2023-06-01');
  req.send({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! model
  const r = await req;
  console.log(r.body); //! log
}
`,
  },
  {
    name: 'axios create',
    code: `import axios from 'axios';
const api = axios.create({ baseURL: 'https://api.anthropic.com/v1', headers: { 'anthropic-version': '2023-06-01' } });
export async function ask(q: string) {
  const r = await api.post('/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(r.data.content); //! log
}
`,
  },
  {
    name: 'axios create call',
    code: `import axios from 'axios';
const api = axios.create({ baseURL: 'https://api.anthropic.com' });
export async function ask(q: string) {
  const { data } = await api({ url: '/v1/messages', method: 'post', data: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(data); //! log
}
`,
  },
  {
    name: 'redaxios',
    code: `import redaxios from 'redaxios';
const http = redaxios.create({ baseURL: 'https://api.anthropic.com' });
export async function ask(q: string) {
  const { data } = await http.post('v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(data.content); //! log
}
`,
  },
  {
    name: 'undici Client',
    code: `import { Client } from 'undici';
const client = new Client('https://api.anthropic.com');
export async function ask(q: string) {
  const { body } = await client.request({ path: '/v1/messages', method: 'POST', body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }) }); //! geo model audit
  console.log(await body.json()); //! log
}
`,
  },
  {
    name: 'undici Pool',
    code: `import { Pool } from 'undici';
const pool = new Pool('https://api.anthropic.com', { connections: 4 });
export async function ask(q: string) {
  const { body } = await pool.request({ path: '/v1/messages', method: 'POST', headers: { 'anthropic-version': '2023-06-01' }, body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }) }); //! geo model audit
  console.log(await body.text()); //! log
}
`,
  },
  {
    name: 'needle',
    code: `import needle from 'needle';
export async function ask(q: string) {
  const r = await needle('post', 'https://api.anthropic.com/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }, { json: true }); //! geo model audit
  console.log(r.body.content); //! log
}
`,
  },
  {
    name: 'phin',
    code: `import phin from 'phin';
export async function ask(q: string) {
  const r = await phin({ url: 'https://api.anthropic.com/v1/messages', method: 'POST', data: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }, parse: 'json' }); //! geo model audit
  console.log(r.body); //! log
}
`,
  },
  {
    name: 'bent',
    code: `import bent from 'bent';
const post = bent('https://api.anthropic.com', 'POST', 'json', 200);
export async function ask(q: string) {
  const r: any = await post('/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }, { 'anthropic-version': '2023-06-01' }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'xior',
    code: `import xior from 'xior';
const http = xior.create({ baseURL: 'https://api.anthropic.com' });
export async function ask(q: string) {
  const { data } = await http.post('/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(data.content); //! log
}
`,
  },
  {
    name: 'alova',
    code: `import { createAlova } from 'alova';
import adapterFetch from 'alova/fetch';
const alova = createAlova({ baseURL: 'https://api.anthropic.com', requestAdapter: adapterFetch() });
export async function ask(q: string) {
  const r: any = await alova.Post('/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'node-fetch aliased',
    code: `import nf from 'node-fetch';
export async function ask(q: string) {
  const r = await nf('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }) }); //! geo model audit
  console.log(await r.json()); //! log
}
`,
  },
  {
    name: 'make-fetch-happen',
    code: `import mfh from 'make-fetch-happen';
const fetchOften = mfh.defaults({ retry: 3 });
export async function ask(q: string) {
  const r = await fetchOften('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }) }); //! geo model audit
  console.log(await r.json()); //! log
}
`,
  },
  {
    name: 'fetch-retry',
    code: `import withRetry from 'fetch-retry';
const again = withRetry(fetch);
export async function ask(q: string) {
  const r = await again('https://api.anthropic.com/v1/messages', { method: 'POST', body: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }) }); //! geo model audit
  console.log(await r.json()); //! log
}
`,
  },
  {
    name: 'better-fetch',
    code: `import { createFetch } from '@better-fetch/fetch';
const $api = createFetch({ baseURL: 'https://api.anthropic.com' });
export async function ask(q: string) {
  const { data } = await $api('/v1/messages', { method: 'POST', body: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(data); //! log
}
`,
  },
  {
    name: 'up-fetch',
    code: `import { up } from 'up-fetch';
const up1 = up(fetch, () => ({ baseUrl: 'https://api.anthropic.com' }));
export async function ask(q: string) {
  const r: any = await up1('/v1/messages', { method: 'POST', body: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'ky hooks get',
    code: `import ky from 'ky';
export async function ask(q: string) {
  const r: any = await ky('https://api.anthropic.com/v1/messages', { method: 'post', json: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }).json(); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'wretch elsewhere',
    code: `import wretch from 'wretch';
const api = wretch('https://notes.example.org').auth('x');
export const save = async (note: string) => { const r: any = await api.url('/v1/notes').post({ note, model: 'paper' }).json(); console.log(r.note); };
`,
  },
  {
    name: 'ky elsewhere',
    code: `import ky from 'ky';
const api = ky.create({ prefixUrl: 'https://api.example.org/v1' });
export const save = async (messages: string[]) => { const r: any = await api.post('messages', { json: { messages, max_tokens: 3 } }).json(); console.log(r.id); };
`,
  },
  {
    name: 'wretch get models',
    code: `import wretch from 'wretch';
const api = wretch('https://api.anthropic.com').headers({ 'anthropic-version': '2023-06-01' });
export const models = async () => { const r: any = await api.url('/v1/models').get().json(); console.log(r.data); };
`,
  },
  {
    name: 'wretch pinned',
    code: `import wretch from 'wretch';
const api = wretch('https://api.anthropic.com').headers({ 'anthropic-version': '2023-06-01' });
export const ask = async (q: string) => api.url('/v1/messages').post({ model: 'claude-opus-5', max_tokens: 9, inference_geo: 'us', messages: [{ role: 'user', content: q }] }).json(); //! audit
`,
  },
  {
    name: 'alova, a request by its options',
    code: `import { createAlova } from 'alova';
const http = createAlova({ baseURL: 'https://api.anthropic.com/v1' });
export async function ask(q: string) {
  const r: any = await http.Request({ url: '/messages', method: 'POST', data: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'up-fetch gives the body',
    code: `import { up } from 'up-fetch';
const upfetch = up(fetch, () => ({ baseUrl: 'https://api.anthropic.com' }));
export async function ask(q: string) {
  const r: any = await upfetch('/v1/messages', { method: 'POST', body: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }); //! geo model audit
  console.log(r.content); //! log
}
`,
  },
  {
    name: 'superagent, told at the end',
    code: `import request from 'superagent';
export function ask(q: string) {
  request.post('https://api.anthropic.com/v1/messages').send({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }).end((error, answer) => { //! geo model audit
    console.log(error?.status, answer.body); //! log
  });
}
`,
  },
  {
    name: 'needle, the answer after the error',
    code: `import needle from 'needle';
export function ask(q: string, tell: (s: string) => void) {
  needle.post('https://api.anthropic.com/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }, { json: true }, (error, answer) => { //! geo model audit
    if (error) console.error(error.message);
    else tell(answer.body);
    console.log(answer.body); //! log
  });
}
`,
  },
  {
    name: 'request, the body after the answer',
    code: `import request from 'request';
export function ask(q: string) {
  request.post({ url: 'https://api.anthropic.com/v1/messages', json: { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] } }, (error, answer, body) => { //! geo model audit
    console.log(answer.statusCode);
    console.log(body); //! log
  });
}
`,
  },
  {
    name: 'needle, a text after the address',
    code: `const needle = require('needle');
exports.ask = async (q: string) => {
  const r = await needle('post', 'https://api.anthropic.com/v1/messages', JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }), { headers: { 'anthropic-version': '2023-06-01' } }); //! geo model audit
  console.log(r.body); //! log
};
`,
  },
  {
    name: 'centra, the verb after the address',
    code: `import centra from 'centra';
export async function ask(q: string) {
  const r = await centra('https://api.anthropic.com/v1/messages', 'POST').header('anthropic-version', '2023-06-01').body({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }, 'json').send(); //! geo model audit
  console.log(await r.json()); //! log
}
`,
  },
  {
    name: 'HttpClient of Angular',
    code: `import { HttpClient } from '@angular/common/http';
export class Ask {
  constructor(private readonly http: HttpClient) {}
  ask(q: string) {
    this.http.post<any>('https://api.anthropic.com/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }).subscribe((answer) => { //! geo model audit
      console.log(answer.content); //! log
    });
  }
}
`,
  },
  {
    name: 'needle elsewhere, with a callback',
    code: `import needle from 'needle';
export const save = (text: string) => needle.post('https://cms.example/v1/messages', { text }, { json: true }, (error, answer) => { console.log(answer.body); });
`,
  },
  {
    name: 'UrlFetchApp of Apps Script',
    code: `export function ask(q: string) {
  const answer = UrlFetchApp.fetch('https://api.anthropic.com/v1/messages', { method: 'post', contentType: 'application/json', payload: JSON.stringify({ model: 'claude-sonnet-4-6', max_tokens: 9, messages: [{ role: 'user', content: q }] }) }); //! geo model audit
  Logger.log(answer.getResponseCode());
  Logger.log(answer.getContentText()); //! log
}
`,
  },
];
