/** Everything that the routes use, put together once by the composition root. */
import type { Registry } from 'prom-client';
import type { ChainVerdict } from '../domain/audit/hash-chain.ts';
import type { Calendars } from '../engine/calendars.ts';
import type { ChangeFeed } from '../engine/change-feed.ts';
import type { DefinitionStore } from '../engine/definition-store.ts';
import type { Directory } from '../engine/directory.ts';
import type { History } from '../engine/history.ts';
import type { Projector } from '../engine/projector.ts';
import type { DefinitionPublisher } from '../engine/publish-definition.ts';
import type { Sessions } from '../engine/sessions.ts';
import type { StandIns } from '../engine/stand-ins.ts';
import type { Engine } from '../engine/types.ts';
import type { FileStore } from '../engine/files.ts';
import type { Catalogue } from '../programmes/catalogue.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { SessionCookie } from './http/session-token.ts';
import type { Pages } from './pages/page-files.ts';
import type { WorkflowInspector } from './ports.ts';
import type { Reads } from './reads.ts';
import type { SignInLimits } from './sign-in-limits.ts';

/** Every check of readiness by name; a failed `vital` one makes the service unavailable, any other only degraded. */
export interface ReadinessCheck {
  readonly name: string;
  readonly vital: boolean;
  readonly passes: () => Promise<boolean>;
}

export interface AppDeps {
  readonly engine: Engine;
  readonly changes: ChangeFeed;
  /** Null where they were not built. */
  readonly pages: Pages | null;
  readonly reads: Reads;
  readonly sessions: Sessions;
  readonly standIns: StandIns;
  readonly limits: SignInLimits;
  readonly directory: Directory;
  readonly calendars: Calendars;
  /** Argon2id; bounded, so that a crowd cannot starve the process. */
  readonly hashPassword: (password: string) => Promise<string>;
  readonly files: FileStore;
  readonly catalogue: Catalogue;
  /** Every published version, those of people included. */
  readonly definitions: DefinitionStore;
  readonly publisher: DefinitionPublisher;
  readonly projector: Projector;
  /** Reads the whole chain of a programme. */
  readonly verify: (programmeId: string) => Promise<ChainVerdict>;
  /** Programmes as they stood. */
  readonly history: History;
  readonly inspector: WorkflowInspector;
  readonly readiness: readonly ReadinessCheck[];
  readonly registry: Registry;
  readonly clock: Clock;
  readonly log: Logger;
  readonly filesPerDeliverable: number;
  readonly publicUrl: string | undefined;
  readonly trustedProxies: number;
  readonly cookie: SessionCookie;
}
