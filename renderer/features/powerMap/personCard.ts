import type { Tokens } from '#renderer/theme/readTokens.ts';
import { stanceShapes } from '#renderer/ui/stanceShapes.ts';
import type { StakeholderNode } from '#shared/contract/powerMap.contract.ts';
import { CARD, SMALL_CARD } from './layoutTree.ts';

/** What is written on a card, already in the person's language. */
export interface CardTexts {
  readonly name: string;
  readonly title: string;
  readonly role: string;
  readonly influence: string;
}

const dots: Record<StakeholderNode['coverage'], number> = { unknown: 0, none: 0, brief: 1, multiple: 2, deep: 3 };
/** Pixels above the card's edge for the badge that sits on it. */
const BADGE_ROOM = 10;
const FONT = `-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif`;

/**
 * A person's card as a picture: stance by shape, name, title, influence, role badge, coverage dots; vacant is dashed; a
 * chosen card has the colour of the focus as its frame.
 */
export function personCard(person: StakeholderNode, texts: CardTexts, tokens: Tokens, chosen = false): string {
  const { width, height } = CARD;
  const vacant = person.contact === null;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="${height * 2}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">
<rect x="1" y="${BADGE_ROOM}" width="${width - 2}" height="${height - BADGE_ROOM - 1}" rx="8" fill="${vacant ? tokens.bgApp : tokens.bgSurface}" stroke="${chosen ? tokens.focus : tokens.border2}" stroke-width="${chosen ? 2 : 1}"${vacant ? ' stroke-dasharray="4 3"' : ''}/>
${vacant ? '' : `<g transform="translate(12 24) scale(1.15)">${stanceMark(person, tokens)}</g>`}
<text x="${vacant ? 14 : 36}" y="37" font-size="14" font-weight="600" fill="${vacant ? tokens.text2 : tokens.text1}">${escaped(cut(texts.name, 7))}</text>
<text x="${width - 12}" y="37" font-size="13" fill="${tokens.text2}" text-anchor="end">${escaped(texts.influence)}</text>
<text x="14" y="60" font-size="12" fill="${tokens.text2}">${escaped(cut(texts.title, vacant ? 12 : 9))}</text>
${vacant ? '' : coverage(person.coverage, tokens)}
${badge(texts.role, tokens)}
</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** The card of a preview: stance, name, influence. */
export function smallPersonCard(person: StakeholderNode, texts: CardTexts, tokens: Tokens): string {
  const { width, height } = SMALL_CARD;
  const vacant = person.contact === null;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="${height * 2}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">
<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="6" fill="${vacant ? tokens.bgApp : tokens.bgSurface}" stroke="${tokens.border2}"${vacant ? ' stroke-dasharray="4 3"' : ''}/>
${vacant ? '' : `<g transform="translate(8 9)">${stanceMark(person, tokens)}</g>`}
<text x="${vacant ? 8 : 25}" y="20" font-size="13" fill="${vacant ? tokens.text2 : tokens.text1}">${escaped(cut(texts.name, vacant ? 6 : 4))}</text>
<text x="${width - 8}" y="20" font-size="12" fill="${tokens.text2}" text-anchor="end">${escaped(texts.influence.replace('%', ''))}</text>
</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

function stanceMark({ stance }: StakeholderNode, tokens: Tokens): string {
  const { path, dashed, colour } = stanceShapes[stance];
  const value = tokens[tokenOf(colour)];
  return dashed
    ? `<path d="${path}" fill="none" stroke="${value}" stroke-width="1.4" stroke-dasharray="2.2 1.7"/>`
    : `<path d="${path}" fill="${value}"/>`;
}

/** `var(--stance-support)` → `stanceSupport`: a picture does not see the page's variables. */
const tokenOf = (variable: string): keyof Tokens =>
  variable
    .replace(/^var\(--|\)$/g, '')
    .replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase()) as keyof Tokens;

function coverage(depth: StakeholderNode['coverage'], tokens: Tokens): string {
  return [0, 1, 2]
    .map((index) => {
      const fill = index < dots[depth] ? tokens.text2 : 'none';
      return `<circle cx="${CARD.width - 33 + index * 9}" cy="56" r="3" fill="${fill}" stroke="${tokens.text3}"/>`;
    })
    .join('');
}

function badge(role: string, tokens: Tokens): string {
  if (role === '') return '';
  const width = 14 + Array.from(role).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 12 : 7), 0);
  const x = CARD.width - width - 10;
  return `<rect x="${x}" y="1" width="${width}" height="18" rx="4" fill="${tokens.bgSurface}" stroke="${tokens.border3}"/>
<text x="${x + width / 2}" y="14" font-size="12" fill="${tokens.text1}" text-anchor="middle">${escaped(role)}</text>`;
}

/** Latin letters are half as wide as Chinese ones. */
function cut(text: string, chinese: number): string {
  let room = chinese * 2;
  let shown = '';
  for (const letter of text) {
    room -= letter.charCodeAt(0) > 255 ? 2 : 1.15;
    if (room < 0) return `${shown}…`;
    shown += letter;
  }
  return shown;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
