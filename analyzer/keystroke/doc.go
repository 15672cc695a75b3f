// Package keystroke reads Vietnamese typed as raw keys, as it comes from a
// keyboard whose input method is off: "tuwj soi" (Telex) and "tu75 soi" (VNI)
// are tự soi.
//
// Decode reads one word by rule, with marks typed where they belong or
// anywhere later in the word. Words decides over a whole query, because single
// words prove little: "as" is á in Telex, and "town" and "roof" decode too. It
// takes a query for keystrokes only when nearly all of its words read as
// Vietnamese that way and at least one is typical, so that queries without
// marks, codes and English stay as they are.
package keystroke
