import { createContext } from 'react';
import type { RefusingSite } from '../../domain/sign-in/stepUp.ts';

/** The access points that a part of a page is about, so that an error in it can name the sites that may have refused. */
export const PossibleRefusersContext = createContext<readonly RefusingSite[]>([]);
