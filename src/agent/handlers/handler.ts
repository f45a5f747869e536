import type { CustomerRequest } from '../../domain/request.ts';
import type { Move } from '../move.ts';
import type { Scene } from '../scene.ts';

/** The plan for one kind of request: looks things up through the scene and says what to do next. */
export type Plan = (request: CustomerRequest, scene: Scene) => Promise<Move>;
