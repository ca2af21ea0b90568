import { COMMUNITY, ORGANISATION } from './community.ts';
import type { Concept } from './concept.ts';
import { DIGITAL } from './digital.ts';
import { FACILITIES } from './facilities.ts';
import { FINANCE, PEOPLE } from './people.ts';
import { POLICY } from './policy.ts';

/** All fields of reform. */
export const CONCEPTS: readonly Concept[] = [COMMUNITY, ORGANISATION, PEOPLE, FINANCE, FACILITIES, DIGITAL, POLICY];
