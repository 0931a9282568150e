import { lazyPart } from '#renderer/platform/lazyPart.ts';
import { providePart } from '#renderer/platform/parts.ts';

/** Lets features fill places on each other's pages; only `app` knows both sides. */
export function provideRecordParts(): void {
  providePart(
    'deal.map',
    lazyPart(async () => (await import('#renderer/features/powerMap/PowerMapPart.tsx')).PowerMapPart),
  );
  providePart(
    'settings.processes',
    lazyPart(async () => (await import('#renderer/features/processes/ProcessesPart.tsx')).ProcessesPart),
  );
  providePart(
    'settings.scoring.models',
    lazyPart(async () => (await import('#renderer/features/scoring/models/ModelsPart.tsx')).ModelsPart),
  );
  providePart(
    'lead.qualification',
    lazyPart(async () => (await import('#renderer/features/deal/LeadQualificationPart.tsx')).LeadQualificationPart),
  );
  providePart(
    'deal.mapPreview',
    lazyPart(async () => (await import('#renderer/features/powerMap/MapPreviewPart.tsx')).MapPreviewPart),
  );
  providePart(
    'settings.scoring.behaviour',
    lazyPart(
      async () => (await import('#renderer/features/scoring/behaviour/BehaviourRulesPart.tsx')).BehaviourRulesPart,
    ),
  );
  providePart(
    'lead.behaviourScore',
    lazyPart(
      async () => (await import('#renderer/features/scoring/behaviour/LeadBehaviourPart.tsx')).LeadBehaviourPart,
    ),
  );
  providePart(
    'account.behaviourScore',
    lazyPart(
      async () => (await import('#renderer/features/scoring/behaviour/AccountBehaviourPart.tsx')).AccountBehaviourPart,
    ),
  );
  providePart(
    'deal.behaviourScore',
    lazyPart(
      async () => (await import('#renderer/features/scoring/behaviour/DealBehaviourPart.tsx')).DealBehaviourPart,
    ),
  );
  providePart(
    'deal.scoreReasons',
    lazyPart(async () => (await import('#renderer/features/scoring/panel/DealScorePart.tsx')).DealScorePart),
  );
  providePart(
    'lead.score',
    lazyPart(async () => (await import('#renderer/features/scoring/panel/LeadScorePart.tsx')).LeadScorePart),
  );
  providePart(
    'account.rates',
    lazyPart(async () => (await import('#renderer/features/scoring/panel/AccountRatesPart.tsx')).AccountRatesPart),
  );
  providePart(
    'analytics.attention',
    lazyPart(async () => (await import('#renderer/features/attention/AttentionPart.tsx')).AttentionPart),
  );
  providePart(
    'today.attention',
    lazyPart(async () => (await import('#renderer/features/attention/AttentionCard.tsx')).AttentionCard),
  );
  providePart(
    'today.signOffs',
    lazyPart(async () => (await import('#renderer/features/pipeline/signOff/SignOffCard.tsx')).SignOffCard),
  );
  providePart(
    'settings.scoring.attributes',
    lazyPart(async () => (await import('#renderer/features/scoring/attributes/AttributesPart.tsx')).AttributesPart),
  );
  providePart(
    'account.attributeScore',
    lazyPart(
      async () => (await import('#renderer/features/scoring/attributes/AccountAttributePart.tsx')).AccountAttributePart,
    ),
  );
  providePart(
    'lead.attributeScore',
    lazyPart(
      async () => (await import('#renderer/features/scoring/attributes/LeadAttributePart.tsx')).LeadAttributePart,
    ),
  );
  providePart(
    'deal.attributeScore',
    lazyPart(
      async () => (await import('#renderer/features/scoring/attributes/DealAttributePart.tsx')).DealAttributePart,
    ),
  );
}
