package acronym

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
	"soi/index/schema"
)

const (
	blanks = " \t\u00a0"
	quotes = "\"'“”‘’«»"

	maxWords    = 24 // looked at before a parenthesis; the longest name seen has 19
	maxDeclared = 60 // looked at before "gọi tắt là": titles of plans are long
	maxBytes    = 10 // a word in Vietnamese, on average, at most
)

// A word is a run of letters and digits.
type word struct {
	schema.Span
	raw   string
	exact string // in lower case
	plain string // folded to ASCII
	gap   gap    // what stands between it and the word before it
}

// A gap says what stands between two words.
type gap uint8

const (
	blank  gap = iota // a blank, or a hyphen or dash with blanks or without
	comma             // a comma
	quoted            // a quotation mark
	start             // a stop, a line, a parenthesis: or the first word looked at
)

// wordsBefore returns up to limit words of text[from:to], the last ones, in
// the order of the text. It looks back as far as the sentence goes.
func wordsBefore(text string, from, to, limit int) []word {
	if cut := to - limit*maxBytes; cut > from {
		from = cut
		if wordEnds := strings.IndexAny(text[cut-1:to], " \n"); wordEnds >= 0 {
			from = cut - 1 + wordEnds // half a word is none
		}
	}
	var words []word
	for end := to; len(words) < limit; {
		gap, wordEnd := gapBefore(text, from, end)
		if len(words) > 0 {
			words[len(words)-1].gap = gap
		}
		if gap == start || wordEnd == from {
			break
		}
		begin := wordEnd - runBefore(text[from:wordEnd])
		raw := text[begin:wordEnd]
		exact := viet.Key(raw)
		words = append(words, word{
			Span: schema.Span{Start: begin, End: wordEnd}, raw: raw,
			exact: exact, plain: viet.Fold(exact, viet.ASCII), gap: start,
		})
		end = begin
	}
	slices.Reverse(words)
	return words
}

// wordBefore returns the run of letters, digits and hyphens that ends, blanks
// aside, at to.
func wordBefore(text string, from, to int) schema.Span {
	from = max(from, to-maxShort*utf8.UTFMax)
	for from < to && !utf8.RuneStart(text[from]) {
		from++
	}
	end := from + len(strings.TrimRight(text[from:to], blanks))
	begin := end
	for begin > from {
		r, n := utf8.DecodeLastRuneInString(text[from:begin])
		if !wordRune(r) && r != '-' && r != '&' {
			break
		}
		begin -= n
	}
	return schema.Span{Start: begin, End: end}
}

// runBefore is the length in bytes of the run of letters and digits at the
// end of s.
func runBefore(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeLastRuneInString(s[:len(s)-n])
		if !wordRune(r) {
			break
		}
		n += size
	}
	return n
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// gapBefore reads what stands before end, back to a letter or digit.
func gapBefore(text string, from, end int) (gap, int) {
	kind := blank
	for end > from {
		r, n := utf8.DecodeLastRuneInString(text[from:end])
		switch {
		case wordRune(r):
			return kind, end
		case strings.ContainsRune(quotes, r):
			kind = max(kind, quoted)
		case r == ',':
			kind = max(kind, comma)
		case r == '.' && abbreviated(text[from:end-n]):
		case !strings.ContainsRune(blanks+"-–—&/+", r):
			return start, end
		}
		end -= n
	}
	return start, end
}

// abbreviated reports whether s ends in a word that a full stop shortens and
// no sentence: "TP", "Q", "T".
func abbreviated(s string) bool {
	run := s[len(s)-runBefore(s):]
	return run != "" && utf8.RuneCountInString(run) <= 2 && upper(run)
}

// upper reports whether s has letters and all of them are capitals.
func upper(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }

// capital reports whether the word begins with a capital letter.
func (w word) capital() bool {
	r, _ := utf8.DecodeRuneInString(w.raw)
	return unicode.IsUpper(r)
}

// year reports whether the word is a year.
func (w word) year() bool {
	return len(w.raw) == 4 && (strings.HasPrefix(w.raw, "19") || strings.HasPrefix(w.raw, "20")) && digits(w.raw)
}

// digits reports whether s has nothing but ASCII digits.
func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// foreignWords reports whether more than half of the words are no Vietnamese
// syllables.
func foreignWords(words []word) bool {
	n := 0
	for _, w := range words {
		if !viet.IsSyllable(w.exact) {
			n++
		}
	}
	return 2*n > len(words)
}

// set returns the words of a list as a set.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
