import { escapeHtml } from './html.ts';

const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { display: flow-root; font: 15px/1.55 'Noto Sans CJK JP', 'Noto Sans', sans-serif; color: #1d1c1d; background: #fff; width: 700px; }
  .frame { padding: 14px 18px 18px; }
  .message { display: flex; gap: 10px; margin-bottom: 12px; }
  .avatar { flex: 0 0 36px; height: 36px; border-radius: 6px; background: #1f4e79; color: #fff; text-align: center;
    font-size: 18px; line-height: 36px; font-weight: 700; }
  .avatar.person { background: #8a8a8a; }
  .body { flex: 1; min-width: 0; }
  .name b { margin-right: 6px; }
  .app { background: #e8e8e8; color: #555; font-size: 11px; padding: 0 4px; border-radius: 3px; }
  .body > *, .frame > * { margin-top: 7px; }
  .name { margin-top: 0 !important; line-height: 1.3; }
  h2 { font-size: 18px; }
  hr { border: 0; border-top: 1px solid #ddd; margin: 12px 0 !important; }
  .section { display: flex; gap: 12px; align-items: flex-start; }
  .grow { flex: 1; min-width: 0; }
  .fields { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; }
  .context { color: #555; font-size: 13px; }
  blockquote { border-left: 4px solid #ccc; padding-left: 10px; }
  .actions { display: flex; flex-wrap: wrap; gap: 8px; }
  .button { display: inline-block; border: 1px solid #999; border-radius: 6px; padding: 3px 11px; font-size: 14px; font-weight: 600;
    background: #fff; white-space: nowrap; }
  .menu::after { content: ' ▾'; }
  .feedback { display: flex; gap: 14px; color: #555; font-size: 13px; }
  table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
  caption { text-align: left; font-weight: 700; padding: 2px 0 4px; }
  th, td { border: 1px solid #ccc; padding: 3px 8px; text-align: left; vertical-align: top; }
  th { background: #f4f4f4; font-weight: 600; }
  th i { color: #999; font-style: normal; font-size: 11px; margin-left: 4px; }
  td.number { text-align: right; }
  td.short { white-space: nowrap; }
  .pager { color: #555; font-size: 13px; text-align: right; }
  .chart { border: 1px solid #ccc; border-radius: 8px; padding: 8px 12px; }
  .chart figcaption { font-weight: 700; }
  .unit { color: #555; font-size: 12px; }
  .chart text { font-size: 12px; fill: #444; }
  .grid { stroke: #ddd; }
  .line { fill: none; stroke: #1f4e79; stroke-width: 2.5; }
  .dot, .bar { fill: #1f4e79; }
  .window { margin: 14px; border: 1px solid #aaa; border-radius: 10px; }
  .title { display: flex; justify-content: space-between; padding: 10px 18px; font-weight: 700; font-size: 17px;
    border-bottom: 1px solid #ddd; }
  .input { margin: 10px 0; }
  .input small { color: #555; display: block; }
  .field { border: 1px solid #aaa; border-radius: 6px; padding: 6px 10px; margin-top: 4px; white-space: pre-wrap; }
  .boxes span { margin-right: 14px; white-space: nowrap; }
  .close { text-align: right; padding: 10px 18px; border-top: 1px solid #ddd; }
  .tabs { display: flex; gap: 18px; padding: 10px 18px 0; border-bottom: 1px solid #ddd; color: #555; }
  .tabs b { color: #1d1c1d; border-bottom: 2px solid #1f4e79; padding-bottom: 6px; }
`;

/** A page of its own, whose height stands in its title once it is laid out. */
function page(body: string, language: string): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${STYLE}</style><body>${body}
    <script>document.fonts.ready.then(() => { document.title = String(document.body.scrollHeight); });</script></body></html>`;
}

interface Conversation {
  readonly language: 'ja' | 'en';
  readonly question: string;
  readonly answer: string;
}

/** A question, and the answer of the app below it. */
export function conversationPage({ language, question, answer }: Conversation): string {
  const [person, mark] = language === 'ja' ? ['職員', '職'] : ['Staff', 'S'];
  return page(
    `<div class="frame">
      <div class="message"><div class="avatar person">${mark}</div>
        <div class="body"><div class="name"><b>${person}</b></div><p>${escapeHtml(question)}</p></div></div>
      <div class="message"><div class="avatar">行</div>
        <div class="body"><div class="name"><b>Gyokaku</b><span class="app">APP</span></div>${answer}</div></div>
    </div>`,
    language,
  );
}

/** What the app posts by itself. */
export function postPage(language: 'ja' | 'en', body: string): string {
  return page(
    `<div class="frame"><div class="message"><div class="avatar">行</div>
      <div class="body"><div class="name"><b>Gyokaku</b><span class="app">APP</span></div>${body}</div></div></div>`,
    language,
  );
}

/** A window over Slack. */
export function modalPage(title: string, close: string, body: string): string {
  return page(
    `<div class="window"><div class="title"><span>${escapeHtml(title)}</span><span>×</span></div>
      <div class="frame">${body}</div><div class="close"><span class="button">${escapeHtml(close)}</span></div></div>`,
    'ja',
  );
}

/** The Home tab of the app. */
export function homePage(body: string): string {
  return page(
    `<div class="tabs"><b>ホーム</b><span>メッセージ</span><span>ワークスペース情報</span></div><div class="frame">${body}</div>`,
    'ja',
  );
}
