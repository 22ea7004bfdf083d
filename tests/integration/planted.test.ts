/**
 * Code bases as teams write them, in many files, each compliant with its pack: nothing is reported of them. And copies with one
 * violation planted in each: every one is reported, by the rule and at a place where its engineer would look.
 */
import { BASES, filesOfBase } from '../helpers/bases.ts';
import { demandsOfEach } from '../helpers/planting.ts';

demandsOfEach(BASES, filesOfBase);
