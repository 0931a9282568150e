import type { GraphEdge, GraphNode } from '#renderer/adapters/graph/graphModel.ts';
import type { Tokens } from '#renderer/theme/readTokens.ts';
import type { RelationEdge, RelationKind, StakeholderNode } from '#shared/contract/powerMap.contract.ts';
import { reportTree } from '#shared/domain/powerMap/reportTree.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { CARD, layoutTree, SMALL_CARD } from './layoutTree.ts';
import { personCard, smallPersonCard } from './personCard.ts';

/** Kinds of lines that can be switched off; reporting is the skeleton of the picture. */
export const layers = ['reportsTo', 'influences', 'introduces', 'alliance', 'conflict', 'blocks'] as const;

/** The name of a person or of the role that nobody holds yet. */
export const personName = (person: StakeholderNode): string => person.contact?.name ?? person.vacantLabel;

/** Every person as a card at its place in the formal tree; `small` shows name and influence only. */
export function mapNodes(
  people: readonly StakeholderNode[],
  relations: readonly RelationEdge[],
  t: Translate,
  tokens: Tokens,
  small = false,
): readonly GraphNode[] {
  const card = small ? SMALL_CARD : CARD;
  const places = layoutTree(reportTree({ people, relations }), card);
  return people.map((person) => {
    const texts = {
      name: personName(person),
      title: person.contact === null ? t('powerMap.person.vacant') : person.title,
      role: badgeOf(person, t),
      influence: person.influence === null ? '' : `${person.influence}%`,
    };
    const { x, y } = places.get(person.id) ?? { x: 0, y: 0 };
    return {
      id: person.id,
      x,
      y,
      width: card.width,
      height: card.height,
      picture: small ? smallPersonCard(person, texts, tokens) : personCard(person, texts, tokens),
      chosenPicture: small ? smallPersonCard(person, texts, tokens) : personCard(person, texts, tokens, true),
      name: texts.name,
    };
  });
}

/** Only the roles that decide get a badge; five badges say nothing. */
function badgeOf({ roles }: StakeholderNode, t: Translate): string {
  if (roles.includes('approver')) return t('powerMap.role.approver');
  return roles.includes('decider') ? t('powerMap.role.decider') : '';
}

const looks: Record<RelationKind, Pick<GraphEdge, 'shape' | 'tone'>> = {
  reportsTo: { shape: 'tree', tone: 'quiet' },
  influences: { shape: 'arrow', tone: 'plain' },
  introduces: { shape: 'arrow', tone: 'accent' },
  alliance: { shape: 'line', tone: 'positive' },
  conflict: { shape: 'line', tone: 'negative' },
  blocks: { shape: 'arrow', tone: 'negative' },
};

/** The lines of the layers that are on; `small` leaves their words out. */
export function mapEdges(
  relations: readonly RelationEdge[],
  shown: ReadonlySet<RelationKind>,
  t: Translate,
  small = false,
): readonly GraphEdge[] {
  return relations
    .filter(({ kind }) => shown.has(kind))
    .map(({ id, fromId, toId, kind, confirmed }) => ({
      id,
      fromId,
      toId,
      ...looks[kind],
      dashed: !confirmed,
      text: small ? '' : edgeText(kind, confirmed, t),
    }));
}

function edgeText(kind: RelationKind, confirmed: boolean, t: Translate): string {
  if (kind === 'reportsTo') return '';
  if (kind === 'conflict') return '✕';
  const word = t(`powerMap.relation.${kind}`);
  return confirmed ? word : t('powerMap.relation.inferred', { relation: word });
}
