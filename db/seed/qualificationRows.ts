import { proofNotes } from '#resources/sample/conversation.ts';
import { qualificationStandard } from '#resources/templates/qualificationStandard.ts';
import type { QualificationLevel } from '#shared/contract/qualification.contract.ts';
import { levels } from '#shared/domain/qualification/levelReached.ts';
import { createPrng } from '#shared/lib/prng.ts';
import type { SeededDeal } from './dealRows.ts';
import { source } from './judgementRows.ts';
import { say, type SampleStudio, workMinute } from './sampleStudio.ts';
import type { SampleWorld } from './sampleWorld.ts';

/** How often the first question above the level was denied instead of left open. */
const DENIED = 0.4;

/** Answers that give exactly the level the deal has: everything up to it proven, the next level begun and not done. */
export function addAnswers(studio: SampleStudio, world: SampleWorld, deal: SeededDeal): void {
  const { days, profile } = studio;
  // A stream of its own, so that answers leave everything else of the sample as it was.
  const prng = createPrng(1, `qualification/${deal.id}`);
  if (!deal.plan.story && !prng.chance(profile.openMapped)) return;
  const reached = levels.indexOf(deal.qualificationLevel as QualificationLevel);
  let isOpen = false;
  for (const [index, { id }] of world.questions.entries()) {
    const { level, proof, doubt } = qualificationStandard[index]!;
    const depth = levels.indexOf(level);
    if (depth > reached + 1 || isOpen) break;
    const proven = depth <= reached;
    const day = prng.int(deal.plan.visits[0]!.day, deal.plan.lastDay);
    const at = Math.min(
      Math.max(days.instant(day, workMinute(prng)), deal.createdAt + 60_000),
      days.asOfStart - 60_000,
    );
    isOpen = !proven;
    const note = prng.chance(0.6) ? proof : prng.pick(proofNotes);
    studio.rows.add('qualificationAnswer', {
      id: studio.newId(at),
      questionId: id,
      opportunityId: deal.id,
      value: proven ? 'yes' : prng.chance(DENIED) ? 'no' : 'unknown',
      evidence: say(studio, proven ? note : doubt, { W: source(studio, deal, prng) }),
      at,
      byId: deal.plan.owner.id,
    });
  }
}
