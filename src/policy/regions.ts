/**
 * Regions of clouds that serve Claude, and the place each lies in. A place is a country, the European Union, or a group.
 */
import type { Platform } from '../analysis/sdk-surface/types.ts';
import type { Fact } from './facts.ts';

/** Places that the `regions` option takes, each with the places that lie within it. */
export const PLACES = {
  ae: [],
  apac: ['au', 'hk', 'id', 'in', 'jp', 'kr', 'my', 'nz', 'sg', 'th', 'tw'],
  au: [],
  bh: [],
  br: [],
  ca: [],
  ch: [],
  cl: [],
  cn: [],
  eu: [],
  hk: [],
  id: [],
  il: [],
  in: [],
  jp: [],
  kr: [],
  mx: [],
  my: [],
  nz: [],
  qa: [],
  sa: [],
  sg: [],
  th: [],
  tw: [],
  uk: [],
  us: ['us-gov'],
  'us-gov': [],
  za: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PlaceName = keyof typeof PLACES;

/** Every place, for packs that only refuse what lies in none. */
export const PLACE_IDS = Object.keys(PLACES) as readonly PlaceName[];

export type Cloud = 'aws' | 'google';

/** The platforms where a region decides, and whose regions they are. */
export const CLOUD_OF: Readonly<Partial<Record<Platform, Cloud>>> = { bedrock: 'aws', vertex: 'google' };

export interface Region {
  readonly id: string;
  readonly place: PlaceName;
  readonly title: string;
}

/** An inference profile of Bedrock, or a location of Vertex AI that is no single region. */
export interface Wide extends Fact {
  /** What stands before the model id (`us.`), or as location (`us`). */
  readonly id: string;
  /** Undefined: anywhere. */
  readonly place: PlaceName | undefined;
  readonly title: string;
}

const VENDOR_BEDROCK = 'https://platform.claude.com/docs/en/build-with-claude/claude-in-amazon-bedrock';
const VENDOR_VERTEX = 'https://platform.claude.com/docs/en/build-with-claude/claude-on-vertex-ai';

/** Where the lists of regions were read. Whether a region serves Claude is not said here. */
export const REGION_SOURCES: Readonly<Record<Cloud, Fact>> = {
  aws: {
    source: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
    checkedOn: '2026-11-22',
    certainty: 'B',
  },
  google: {
    source: 'https://cloud.google.com/compute/docs/regions-zones',
    checkedOn: '2026-11-22',
    certainty: 'B',
  },
};

/** Single regions. Names mislead: two that begin with `eu-` and two with `europe-` are outside the European Union. */
export const REGIONS: Readonly<Record<Cloud, readonly Region[]>> = {
  aws: [
    { id: 'us-east-1', place: 'us', title: 'N. Virginia' },
    { id: 'us-east-2', place: 'us', title: 'Ohio' },
    { id: 'us-west-1', place: 'us', title: 'N. California' },
    { id: 'us-west-2', place: 'us', title: 'Oregon' },
    { id: 'us-gov-east-1', place: 'us-gov', title: 'GovCloud US-East' },
    { id: 'us-gov-west-1', place: 'us-gov', title: 'GovCloud US-West' },
    { id: 'ca-central-1', place: 'ca', title: 'Montreal' },
    { id: 'ca-west-1', place: 'ca', title: 'Calgary' },
    { id: 'mx-central-1', place: 'mx', title: 'Querétaro' },
    { id: 'sa-east-1', place: 'br', title: 'São Paulo' },
    { id: 'eu-central-1', place: 'eu', title: 'Frankfurt' },
    { id: 'eu-central-2', place: 'ch', title: 'Zurich, not in the EU' },
    { id: 'eu-north-1', place: 'eu', title: 'Stockholm' },
    { id: 'eu-south-1', place: 'eu', title: 'Milan' },
    { id: 'eu-south-2', place: 'eu', title: 'Spain' },
    { id: 'eu-west-1', place: 'eu', title: 'Ireland' },
    { id: 'eu-west-2', place: 'uk', title: 'London, not in the EU' },
    { id: 'eu-west-3', place: 'eu', title: 'Paris' },
    { id: 'eusc-de-east-1', place: 'eu', title: 'European Sovereign Cloud, Germany' },
    { id: 'ap-northeast-1', place: 'jp', title: 'Tokyo' },
    { id: 'ap-northeast-2', place: 'kr', title: 'Seoul' },
    { id: 'ap-northeast-3', place: 'jp', title: 'Osaka' },
    { id: 'ap-east-1', place: 'hk', title: 'Hong Kong' },
    { id: 'ap-east-2', place: 'tw', title: 'Taipei' },
    { id: 'ap-south-1', place: 'in', title: 'Mumbai' },
    { id: 'ap-south-2', place: 'in', title: 'Hyderabad' },
    { id: 'ap-southeast-1', place: 'sg', title: 'Singapore' },
    { id: 'ap-southeast-2', place: 'au', title: 'Sydney' },
    { id: 'ap-southeast-3', place: 'id', title: 'Jakarta' },
    { id: 'ap-southeast-4', place: 'au', title: 'Melbourne' },
    { id: 'ap-southeast-5', place: 'my', title: 'Malaysia' },
    { id: 'ap-southeast-6', place: 'nz', title: 'New Zealand' },
    { id: 'ap-southeast-7', place: 'th', title: 'Thailand' },
    { id: 'af-south-1', place: 'za', title: 'Cape Town' },
    { id: 'il-central-1', place: 'il', title: 'Tel Aviv' },
    { id: 'me-central-1', place: 'ae', title: 'UAE' },
    { id: 'me-south-1', place: 'bh', title: 'Bahrain' },
    { id: 'cn-north-1', place: 'cn', title: 'Beijing' },
    { id: 'cn-northwest-1', place: 'cn', title: 'Ningxia' },
  ],
  google: [
    { id: 'us-central1', place: 'us', title: 'Iowa' },
    { id: 'us-east1', place: 'us', title: 'South Carolina' },
    { id: 'us-east4', place: 'us', title: 'N. Virginia' },
    { id: 'us-east5', place: 'us', title: 'Columbus' },
    { id: 'us-south1', place: 'us', title: 'Dallas' },
    { id: 'us-west1', place: 'us', title: 'Oregon' },
    { id: 'us-west2', place: 'us', title: 'Los Angeles' },
    { id: 'us-west3', place: 'us', title: 'Salt Lake City' },
    { id: 'us-west4', place: 'us', title: 'Las Vegas' },
    { id: 'northamerica-northeast1', place: 'ca', title: 'Montreal' },
    { id: 'northamerica-northeast2', place: 'ca', title: 'Toronto' },
    { id: 'northamerica-south1', place: 'mx', title: 'Querétaro' },
    { id: 'southamerica-east1', place: 'br', title: 'São Paulo' },
    { id: 'southamerica-west1', place: 'cl', title: 'Santiago' },
    { id: 'europe-central2', place: 'eu', title: 'Warsaw' },
    { id: 'europe-north1', place: 'eu', title: 'Finland' },
    { id: 'europe-north2', place: 'eu', title: 'Stockholm' },
    { id: 'europe-southwest1', place: 'eu', title: 'Madrid' },
    { id: 'europe-west1', place: 'eu', title: 'Belgium' },
    { id: 'europe-west2', place: 'uk', title: 'London, not in the EU' },
    { id: 'europe-west3', place: 'eu', title: 'Frankfurt' },
    { id: 'europe-west4', place: 'eu', title: 'Netherlands' },
    { id: 'europe-west6', place: 'ch', title: 'Zurich, not in the EU' },
    { id: 'europe-west8', place: 'eu', title: 'Milan' },
    { id: 'europe-west9', place: 'eu', title: 'Paris' },
    { id: 'europe-west10', place: 'eu', title: 'Berlin' },
    { id: 'europe-west12', place: 'eu', title: 'Turin' },
    { id: 'asia-east1', place: 'tw', title: 'Taiwan' },
    { id: 'asia-east2', place: 'hk', title: 'Hong Kong' },
    { id: 'asia-northeast1', place: 'jp', title: 'Tokyo' },
    { id: 'asia-northeast2', place: 'jp', title: 'Osaka' },
    { id: 'asia-northeast3', place: 'kr', title: 'Seoul' },
    { id: 'asia-south1', place: 'in', title: 'Mumbai' },
    { id: 'asia-south2', place: 'in', title: 'Delhi' },
    { id: 'asia-southeast1', place: 'sg', title: 'Singapore' },
    { id: 'asia-southeast2', place: 'id', title: 'Jakarta' },
    { id: 'australia-southeast1', place: 'au', title: 'Sydney' },
    { id: 'australia-southeast2', place: 'au', title: 'Melbourne' },
    { id: 'me-central1', place: 'qa', title: 'Doha' },
    { id: 'me-central2', place: 'sa', title: 'Dammam' },
    { id: 'me-west1', place: 'il', title: 'Tel Aviv' },
    { id: 'africa-south1', place: 'za', title: 'Johannesburg' },
  ],
};

/** Inference profiles of Bedrock, by what they put before the model id. */
export const PROFILES: readonly Wide[] = [
  {
    id: 'us.',
    place: 'us',
    title: 'the United States',
    source: VENDOR_BEDROCK,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  {
    id: 'us-gov.',
    place: 'us-gov',
    title: 'AWS GovCloud',
    source: VENDOR_BEDROCK,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  {
    id: 'eu.',
    place: 'eu',
    title: 'the European Union',
    source: VENDOR_BEDROCK,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  {
    id: 'apac.',
    place: 'apac',
    title: 'Asia-Pacific',
    source: VENDOR_BEDROCK,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  {
    id: 'jp.',
    place: 'jp',
    title: 'Japan',
    source: VENDOR_BEDROCK,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  {
    id: 'au.',
    place: 'au',
    title: 'Australia',
    source: VENDOR_BEDROCK,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  {
    id: 'ca.',
    place: 'ca',
    title: 'Canada',
    source: VENDOR_BEDROCK,
    checkedOn: '2026-11-21',
    certainty: 'C',
  },
  {
    id: 'global.',
    place: undefined,
    title: 'any region of the world',
    source: VENDOR_BEDROCK,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
];

/** Locations of Vertex AI that are no single region. */
export const MULTI_REGIONS: readonly Wide[] = [
  {
    id: 'us',
    place: 'us',
    title: 'the United States',
    source: VENDOR_VERTEX,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  {
    id: 'eu',
    place: 'eu',
    title: 'the European Union',
    source: VENDOR_VERTEX,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
  {
    id: 'global',
    place: undefined,
    title: 'any region of the world',
    source: VENDOR_VERTEX,
    checkedOn: '2026-11-21',
    certainty: 'A',
  },
];

/** Exact ids of either cloud, as an option may hold them. */
const REGION_ID = '[a-z]+(?:-[a-z]+)+-?\\d+';

/** What an entry of the `regions` option looks like: a place, or the id of a region. */
export const REGION_ENTRY = `^(?:${Object.keys(PLACES).join('|')}|${REGION_ID})$`;
