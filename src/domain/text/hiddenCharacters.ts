/**
 * The characters that don't look like what they are, as the inside of a character class for a regular expression with
 * the flag "u": control characters, which act as keys when they are pasted into a terminal; characters that change the
 * text direction or take no space; spaces other than the plain one; and characters that look blank (Unicode Standard
 * Annex 44, General_Category and Default_Ignorable_Code_Point; U+2800 is the empty Braille pattern).
 */
export const HIDDEN_CHARACTERS = String.raw`\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2800\p{Default_Ignorable_Code_Point}`;
