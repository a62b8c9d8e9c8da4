import { createContext } from 'react';
import type { RefusingSite } from '../../domain/sign-in/stepUp.ts';

/** The access points that a part of a page is about, so that a refusal in it can say which of them refuses. */
export const PossibleRefusersContext = createContext<readonly RefusingSite[]>([]);
