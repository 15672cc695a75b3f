// Package legacy reads Vietnamese text from before Unicode. Such text reaches
// us as bytes that were taken for windows-1252, so that "Đảng bộ" looks like
// "§¶ng bé" (TCVN3, the ABC fonts), "Ñaûng boä" (VNI for Windows) or "Ðaòng
// bôò" (windows-1258); UTF-8 taken for windows-1252 looks like "Äáº£ng bá»™".
//
// Nothing in the bytes names the encoding, and one word proves little: "toà"
// is a word as it stands and VNI for "tồ". A whole paragraph does prove it:
// Repair counts how many of its marked words are syllables of Vietnamese as
// they stand, and how many are after decoding; clean text has nearly all on
// the first side, legacy text on the second. In a document the long paragraphs
// then decide for the short ones.
//
// Repair must see the text before anything removes soft hyphens: U+00AD is ư
// in TCVN3. All functions take time linear in the length of their input.
package legacy
