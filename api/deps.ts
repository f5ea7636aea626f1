/** Everything that the routes use, put together once by the composition root. */
import type { Registry } from 'prom-client';
import type { Readable } from 'node:stream';
import type { Directory } from '../engine/directory.ts';
import type { Sessions } from '../engine/sessions.ts';
import type { Engine } from '../engine/types.ts';
import type { Catalogue } from '../programmes/catalogue.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { SessionCookie } from './http/session-token.ts';
import type { WorkflowInspector } from './ports.ts';
import type { FileCode } from './problems/catalogue.ts';
import type { ProblemParams } from './problems/problem-text.ts';
import type { NotificationRow, NotificationQuery } from './reads-notifications.ts';
import type { Reads } from './reads.ts';
import type { SignInLimits } from './sign-in-limits.ts';

export interface Upload {
  readonly sha256: string;
  readonly contentLength: number | undefined;
  readonly contentType: string | undefined;
  readonly personId: string;
}

export type UploadResult =
  | { readonly kind: 'stored' | 'already' }
  | { readonly kind: 'refused'; readonly code: FileCode; readonly params: ProblemParams };

export interface Files {
  put(stream: Readable, upload: Upload): Promise<UploadResult>;
  /** Null where there is no such file, or this person may not read it. */
  open(
    sha256: string,
    reader: { readonly personId: string; readonly administrator: boolean },
  ): Promise<{ readonly stream: Readable; readonly size: number; readonly type: string } | null>;
}

export interface Notifications {
  list(query: NotificationQuery): Promise<readonly NotificationRow[]>;
  /** When it was first read; null where the person has no such notification. */
  markRead(id: string, personId: string): Promise<string | null>;
}

/** Every check of readiness by name; a failed `vital` one makes the service unavailable, any other only degraded. */
export interface ReadinessCheck {
  readonly name: string;
  readonly vital: boolean;
  readonly passes: () => Promise<boolean>;
}

export interface AppDeps {
  readonly engine: Engine;
  readonly reads: Reads;
  readonly notifications: Notifications;
  readonly sessions: Sessions;
  readonly limits: SignInLimits;
  readonly directory: Directory;
  /** Argon2id; bounded, so that a crowd cannot starve the process. */
  readonly hashPassword: (password: string) => Promise<string>;
  readonly files: Files;
  readonly catalogue: Catalogue;
  /** Reads the whole chain of a programme. */
  readonly verify: (programmeId: string) => Promise<{
    readonly ok: boolean;
    readonly entries: number;
    readonly head: string;
    readonly firstBad?: number;
  }>;
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
