import { factTemplates } from '#resources/sample/conversation.ts';
import type { SampleIndustry, SampleSeat } from '#resources/sample/industries.ts';
import { accountFacts } from './attributeFactRows.ts';
import type { SampleNames } from './sampleNames.ts';
import { sampleMobile, type SampleStudio, say } from './sampleStudio.ts';
import type { SampleMember, SampleWorld } from './sampleWorld.ts';

/** A person of a customer, and the seat of the industry they hold. */
export interface SampleContact {
  readonly id: string;
  readonly name: string;
  readonly seat: SampleSeat;
  readonly seatIndex: number;
}

/** A customer with its people. */
export interface SampleAccount {
  readonly id: string;
  readonly name: string;
  readonly contacts: readonly SampleContact[];
  readonly owner: SampleMember;
}

/** What may be given by hand; the rest is drawn. */
export interface AccountWish {
  readonly name?: string;
  readonly place?: string;
  readonly parentId?: string | null;
  readonly owner?: SampleMember;
  readonly grade?: string;
  readonly isGroup?: boolean;
  /** Names of people by index of their seat. */
  readonly people?: Readonly<Record<number, string>>;
}

/** Adds one customer with its people and facts to the batch. */
export function addAccount(
  studio: SampleStudio,
  world: SampleWorld,
  names: SampleNames,
  industry: SampleIndustry,
  wish: AccountWish = {},
): SampleAccount {
  const { prng, rows, newId, days } = studio;
  const place = wish.place ?? names.place();
  const createdAt = days.instant(0, 540) - prng.int(1, 15) * 86_400_000 + prng.int(0, 400) * 60_000;
  const id = newId(createdAt);
  const owner = wish.owner ?? prng.pick(world.sellers);
  const name = wish.name ?? names.organisation(wish.isGroup ? industry.groups : industry.organisations, place);
  const [fewest, most] = industry.employees;
  const employees = Math.round(fewest * (most / fewest) ** prng.next());
  const grade = wish.grade ?? say(studio, prng.pick(industry.grades));
  const row = {
    id,
    name,
    shortName: name.length > 8 && studio.locale === 'zh-CN' ? name.replace(/(股份)?有限公司$/, '') : '',
    industry: say(studio, industry.name),
    grade,
    tier: ['A', 'B', 'C'][prng.weighted([2, 5, 3])]!,
    ownership: say(studio, prng.pick(industry.ownerships)),
    city: studio.locale === 'en' ? place : place.length === 2 ? `${place}市` : place,
    employees,
    annualRevenueMinor: employees * prng.int(30, 120) * 1_000_000,
    foundedYear: prng.int(1952, 2021),
    parentId: wish.parentId ?? null,
    ownerId: owner.id,
    createdAt,
  };
  const facts = accountFacts(studio, industry, row);
  rows.add('account', { ...row, ...facts, grade: wish.grade ?? facts.grade });
  const contacts = addContacts(studio, names, industry, id, createdAt, wish);
  addFacts(studio, world, id, owner);
  return { id, name, contacts, owner };
}

function addContacts(
  studio: SampleStudio,
  names: SampleNames,
  industry: SampleIndustry,
  accountId: string,
  createdAt: number,
  wish: AccountWish,
): SampleContact[] {
  const { prng, rows, newId, profile } = studio;
  const most = Math.min(industry.seats.length, profile.contactsPerAccount);
  const size = wish.people
    ? industry.seats.length
    : wish.isGroup
      ? Math.min(3, most)
      : prng.int(Math.min(4, most), most);
  const contacts: SampleContact[] = [];
  for (const [seatIndex, seat] of industry.seats.slice(0, size).entries()) {
    const contact = { id: newId(createdAt), name: wish.people?.[seatIndex] ?? names.person(), seat, seatIndex };
    contacts.push(contact);
    rows.add('contact', {
      id: contact.id,
      accountId,
      name: contact.name,
      title: say(studio, seat.title),
      department: say(studio, seat.department),
      mobile: prng.chance(0.8) ? sampleMobile(prng) : '',
      email: prng.chance(0.45) ? `p${prng.int(1000, 9999)}@org${prng.int(100, 999)}.example` : '',
      reportsToId: seat.boss === null ? null : (contacts[seat.boss]?.id ?? null),
      createdAt,
    });
  }
  return contacts;
}

function addFacts(studio: SampleStudio, world: SampleWorld, accountId: string, owner: SampleMember): void {
  const { prng, rows, newId, days } = studio;
  const count = Math.min(factTemplates.length, prng.poisson(studio.profile.factsPerAccount));
  for (const fact of prng.shuffle(factTemplates).slice(0, count)) {
    const day = prng.int(0, days.today - 1);
    const at = days.instant(day, 600);
    rows.add('fact', {
      id: newId(at),
      accountId,
      kind: fact.kind,
      label: say(studio, fact.label),
      value: say(studio, fact.value, { R: prng.pick(world.rivals).name }),
      valueMinor: fact.money ? prng.int(8, 900) * 1_000_000 : null,
      date: days.day(Math.max(0, day - prng.int(0, 60))),
      source: say(studio, fact.source),
      confidence: prng.int(6, 10) / 10,
      createdAt: at,
      createdById: owner.id,
    });
  }
}
