package viet

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ in, exact, toneless, ascii string }{
		{"", "", "", ""},
		{"Nghị quyết", "nghị quyết", "nghi quyêt", "nghi quyet"},
		{"a\xffb", "a\uFFFDb", "a\uFFFDb", "a\uFFFDb"},               // not UTF-8
		{"\xe1\xba", "\uFFFD\uFFFD", "\uFFFD\uFFFD", "\uFFFD\uFFFD"}, // a letter cut short
		{"\xff\u0344", "\uFFFD\u0308\u0301", "\uFFFD", "\uFFFD"},     // a mark of two after it
		{"e\u0301\u200B\u0302", "ế", "ê", "e"},                       // zero-width space among the marks
		{"a\u200B\u0301n", "án", "an", "an"},                         // and before them
		{"d\u0323\u0335", "đ\u0323", "đ", "d"},                       // a mark under đ
		{"\u0301a", "\u0301a", "a", "a"},                             // a mark on nothing
		{"n\u0303g\u0303", "ñg\u0303", "ng", "ng"},                   // marks on consonants
		{"ǘ", "ǘ", "u", "u"},                                         // Pinyin, composed
		{"u\u0308\u0301", "ǘ", "u", "u"},                             // and decomposed: the order counts
		{"H\u0331", "ẖ", "h", "h"},                                   // composes in lower case only
		{"ﬃ\u0301", "ffí", "ffi", "ffi"},                             // a mark on a ligature
		{"o\u0302\u031B\u0301", "ơ\u0302\u0301", "ơ", "o"},           // two shapes: the horn is first
		{"ĉ ŵ û ĕ", "ĉ ŵ û ĕ", "c w u e", "c w u e"},                 // shapes of other languages
		{"\u1112\u1161\u11ab", "한", "한", "한"},                        // Hangul jamo
		{"か\u3099", "が", "か", "か"},                                   // a voiced kana
		{"क़", "\u0915\u093C", "क", "क"},                             // never composed
		{"＜\u0338", "≮", "<", "<"},                                   // full width, struck through
		{"I\u0307 i\u0307\u0301", "i í", "i i", "i i"},               // dots over i
		{"\u2003a\u2028b\u3000", " a b ", " a b ", " a b "},          // spaces
		{"Ω K Å", "ω k å", "ω k a", "ω k a"},                         // signs that are letters
		{"1´ 2\u1FFD", "1' 2'", "1' 2'", "1' 2'"},                    // acute, oxia: canonically equal
		{"\U0001F600Ế", "\U0001F600ế", "\U0001F600ê", "\U0001F600e"}, // four bytes
		{"a\u034F\u0301", "a\u034F\u0301", "a", "a"},                 // grapheme joiner stays at Exact
		{"Ⱥ", "ⱥ", "ⱥ", "ⱥ"},                                         // grows by a byte
		{"E\u0323\u0323\u0302", "ệ\u0323", "ê", "e"},                 // a mark too many
	} {
		for level, want := range []string{tt.exact, tt.toneless, tt.ascii} {
			if got := Fold(tt.in, Level(level)); got != want {
				t.Errorf("Fold(%+q, %d) = %+q, want %+q", tt.in, level, got, want)
			}
		}
	}
}

func TestAppendFold(t *testing.T) {
	// Marks at the start of the text leave alone what dst held before.
	if got := string(AppendFold([]byte("a"), "\u0301Đ", Exact)); got != "a\u0301đ" {
		t.Errorf("AppendFold = %+q, want %+q", got, "a\u0301đ")
	}
}

// chain is the plain way to fold with x/text, to compare with.
func chain(level Level) transform.Transformer {
	if level == Exact {
		return transform.Chain(norm.NFC, cases.Lower(language.Und), norm.NFC)
	}
	stroke := runes.Map(func(r rune) rune {
		if r == 'đ' {
			return 'd'
		}
		return r
	})
	return transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC, cases.Lower(language.Und), stroke)
}

// everyRune yields all code points of Unicode but the surrogates, by 4096. In
// a short run it ends with the alphabets.
func everyRune(yield func([]rune) bool) {
	last := rune(unicode.MaxRune)
	if testing.Short() {
		last = 0x2FFF
	}
	block := make([]rune, 0, 4096)
	for r := rune(0); r <= last; r++ {
		if r < 0xD800 || r >= 0xE000 {
			block = append(block, r)
		}
		if len(block) == cap(block) || r == last {
			if !yield(block) {
				return
			}
			block = block[:0]
		}
	}
}

// plainFold is Fold without its clean-up, by the x/text chain.
func plainFold(t *testing.T, level Level, s string) string {
	t.Helper()
	base := level
	if level == Toneless {
		base = Exact
	}
	folded, _, err := transform.String(chain(base), s)
	if err != nil {
		t.Fatal(err)
	}
	if level == Toneless {
		return plainToneless(folded)
	}
	return folded
}

// plainToneless takes all marks off the exact form s but the six shapes.
func plainToneless(s string) string {
	var kept strings.Builder
	var base rune
	for _, r := range norm.NFD.String(s) {
		switch {
		case !unicode.Is(unicode.Mn, r):
			base = r
		case base == 'a' && (r == '\u0306' || r == '\u0302'), // ă â
			base == 'e' && r == '\u0302',                    // ê
			base == 'o' && (r == '\u0302' || r == '\u031B'), // ô ơ
			base == 'u' && r == '\u031B':                    // ư
		default:
			continue
		}
		kept.WriteRune(r)
	}
	return norm.NFC.String(kept.String())
}

// TestFoldEveryRune compares each code point of Unicode at each level with the
// x/text chain, but for those of the clean-up table: so the characters beside
// them are left alone.
func TestFoldEveryRune(t *testing.T) {
	for level := range Level(levels) {
		for block := range everyRune {
			var in strings.Builder
			for _, r := range block {
				if r != '\x00' && !cleaned(string(r)) {
					in.WriteString(string(r) + "\x00")
				}
			}
			got := strings.Split(Fold(in.String(), level), "\x00")
			for i, want := range strings.Split(plainFold(t, level, in.String()), "\x00") {
				if got[i] != want {
					t.Errorf("%+q, level %d: Fold gives %+q, want %+q", strings.Split(in.String(), "\x00")[i], level, got[i], want)
				}
			}
		}
	}
}

// cleaned reports whether one of the characters of s, composed, is in the
// clean-up table.
func cleaned(s string) bool {
	return strings.ContainsFunc(norm.NFC.String(s), func(r rune) bool {
		_, ok := cleanForm(r)
		return ok
	})
}

// TestFoldProperties holds for each code point alone and, in the alphabets,
// with Vietnamese marks after it: folding twice is folding once, canonically equal
// text folds alike, the exact form is NFC, and the levels are steps.
func TestFoldProperties(t *testing.T) {
	tails := []string{"", "\u0300", "\u0302\u0301", "\u0301\u0302", "\u031B\u0323", "\u0335", "\u0307"}
	for block := range everyRune {
		for _, tail := range tails {
			if tail != "" && block[0] >= 0x3000 {
				break // the marks follow letters
			}
			if foldProblem(spread(block, tail)) == "" {
				continue
			}
			for _, r := range block { // find the culprits
				if problem := foldProblem(string(r) + tail); problem != "" {
					t.Errorf("%U with %+q: %s", r, tail, problem)
				}
			}
		}
	}
}

// spread writes the runes with tail after each, in words of one.
func spread(block []rune, tail string) string {
	var b strings.Builder
	for _, r := range block {
		b.WriteString(string(r) + tail + "\n")
	}
	return b.String()
}

// foldProblem says which promise of Fold does not hold for s.
func foldProblem(s string) string {
	exact := Fold(s, Exact)
	valid := strings.ToValidUTF8(s, "\uFFFD")
	switch {
	case !utf8.ValidString(exact):
		return "Fold gives invalid UTF-8"
	case !norm.NFC.IsNormalString(exact):
		return "the exact form is not NFC"
	case Fold(exact, ASCII) != Fold(s, ASCII):
		return "ASCII by way of Exact differs"
	case Fold(exact, Toneless) != Fold(s, Toneless):
		return "Toneless by way of Exact differs"
	}
	for level := range Level(levels) {
		once := Fold(s, level)
		switch {
		case Fold(once, level) != once:
			return "folding twice differs from folding once"
		case utf8.ValidString(s) && Fold(norm.NFC.String(valid), level) != once:
			return "NFC folds differently"
		case utf8.ValidString(s) && Fold(norm.NFD.String(valid), level) != once:
			return "NFD folds differently"
		}
	}
	return ""
}

// TestMarkOrder types every Vietnamese letter with its marks in each order,
// on each half-composed base.
func TestMarkOrder(t *testing.T) {
	for v, row := range vowelLetters {
		for tn, want := range row {
			if want == 0 {
				continue
			}
			plain, marks := decompose(want)
			orders := []string{plain + marks}
			if m := []rune(marks); len(m) == 2 {
				orders = append(orders, plain+string(m[1])+string(m[0]),
					string(row[ngang])+string(toneMark(tone(tn))),
					norm.NFC.String(plain+string(toneMark(tone(tn))))+string(shapeMark(vowel(v))))
			}
			for _, in := range orders {
				for _, in := range []string{in, strings.ToUpper(in)} {
					if got := Fold(in, Exact); got != string(want) {
						t.Errorf("Fold(%+q) = %+q, want %+q", in, got, string(want))
					}
				}
			}
		}
	}
}

func decompose(r rune) (base, marks string) {
	d := norm.NFD.String(string(r))
	return d[:1], d[1:]
}

func toneMark(tn tone) rune {
	return [tones]rune{huyen: markGrave, hoi: markHook, nga: markTilde, sac: markAcute, nang: markDotBelow}[tn]
}

func shapeMark(v vowel) rune {
	_, mark := decompose(vowelLetters[v][ngang])
	r, _ := utf8.DecodeRuneInString(mark)
	return r
}

// TestFoldHostile folds what no text holds; the run itself shows that it is
// done in one pass.
func TestFoldHostile(t *testing.T) {
	n := 1 << 17 // bytes, about
	if testing.Short() {
		n = 1 << 12
	}
	for _, s := range []string{
		strings.Repeat("\u0301", n),
		"a" + strings.Repeat("\u0301", n),
		"a" + strings.Repeat("\u0315\u0301", n),
		"a" + strings.Repeat("\u200B", n) + "\u0301",
		strings.Repeat("e\u0301\u0302\u0308", n/4),
		strings.Repeat("\xff\u0344", n/4),
		"a" + strings.Repeat(strings.Repeat("\u0301", 30)+"\u034F", n/64),
	} {
		if problem := foldProblem(s); problem != "" {
			t.Errorf("%+q... (%d bytes): %s", s[:20], len(s), problem)
		}
	}
	if got := Fold("a"+strings.Repeat("\u0302", n), Exact); utf8.RuneCountInString(got) > maxMarks+1 {
		t.Errorf("a letter kept %d marks", utf8.RuneCountInString(got))
	}
}

func TestFoldAllocations(t *testing.T) {
	text := norm.NFC.String("Đảng bộ xã “tự soi”, tự sửa – Kết luận 21-KL/TW Ð Müller москва")
	dst := make([]byte, 0, len(text))
	for level := range Level(levels) {
		if n := testing.AllocsPerRun(100, func() { dst = AppendFold(dst[:0], text, level) }); n != 0 {
			t.Errorf("AppendFold at level %d allocates %v times", level, n)
		}
	}
	decomposed := norm.NFD.String("nghị quyết của đảng bộ")
	if n := testing.AllocsPerRun(100, func() { dst = AppendFold(dst[:0], decomposed, Exact) }); n != 0 {
		t.Errorf("AppendFold of decomposed text allocates %v times", n)
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Tự soi, tự sửa: Kết luận 21-KL/TW của Ð\u1ea3ng")
	f.Add("e\u0301\u200B\u0302\xff\u0344")
	f.Add("a\u0315\u0301\u0323\u031B\u034F\u0302")
	f.Add("\u1112\u1161\u11ab क़\u0323 か\u3099")
	f.Fuzz(func(t *testing.T, s string) {
		if problem := foldProblem(s); problem != "" {
			t.Errorf("%+q: %s", s, problem)
		}
	})
}
