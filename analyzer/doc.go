// Package analyzer registers Soi's analyzers with Bleve under the names Vi and
// ViFolded. It is a thin coat: all that they know is in the packages below it,
// which know nothing of Bleve. This is the way of one sentence through them:
//
//	Ðảng uỷ xã học KỸ KL 21 – KL/TW, ngày 25/10/2021 ở TP.HCM
//
// Package token walks over the bytes. Letters make words: it finds "Ðảng",
// "uỷ", "xã" and so on, with their places in the text. Each word becomes a
// term in package viet:
//
//	viet.Fold       Ðảng is đảng (its first letter was an Icelandic Eth)
//	viet.CanonTone  uỷ is ủy     (one place for the tone mark)
//	viet.CanonIY    kỹ is kĩ     (one spelling of a final i)
//
// At the digit of "21" it asks package cite whether a directive code begins
// there. One does, badly typed: it becomes the whole term 21-kl/tw, whose
// parts 21, /kl and /tw follow at positions of their own. The slash keeps the
// letters of codes apart from words: the TU of 107-KH/TU is neither tự nor từ
// typed without marks, and the first KL above, which is not in the code, is
// the word kl. In the same way "25/10/2021" is the date 2021-10-25 and its
// three numbers, and "TP.HCM" is tp.hcm, tphcm, tp, hcm. A whole stands at
// the position of its first part.
//
// Vi takes the terms as they are. ViFolded takes the very same tokens, each
// folded to ASCII: dang, uy, xa, hoc, ki, ..., so that people who type no
// marks find what they mean. A query that names a code in words, "KL 21" or
// "21 KL TW", is to be analyzed by ViQuery or ViFoldedQuery, which give for
// its letters both terms, kl and /kl, at one position: they go into the
// Analyzer of Bleve's match and phrase queries. A match query with the
// operator AND would ask for both terms; where all words are wanted, a phrase
// or one match query for each word does it.
//
// Start and End count bytes of the text as it stands in all of them; the text
// itself is never changed, because Bleve does not map offsets back through
// its character filters.
//
// TestSentence and TestQueryNamesCode hold this story to the truth.
package analyzer
