package viet

import (
	"math/bits"
	"strings"
	"testing"
)

// TestSyllableCounts holds the rule table to the figures published with it:
// syllables without tones, and with them.
func TestSyllableCounts(t *testing.T) {
	var bases, toned int
	for _, f := range syllables {
		if !f.loan {
			bases++
			toned += bits.OnesCount8(f.tones)
		}
	}
	if bases != 3350 || toned != 15456 {
		t.Errorf("%d bases with %d toned forms, want 3350 and 15456", bases, toned)
	}
}

// everySyllable yields each syllable of the table under each of its tones, in
// the old and in the new style.
func everySyllable(yield func(old, new string) bool) {
	for base, f := range syllables {
		for tn := range tone(tones) {
			if f.tones>>tn&1 == 1 && !yield(withTone(base, tn, int(f.old)), withTone(base, tn, int(f.new))) {
				return
			}
		}
	}
}

func TestSyllables(t *testing.T) {
	seen := map[string]bool{}
	for s := range Syllables() {
		if seen[s] || !IsSyllable(s) || CanonTone(s) != s {
			t.Errorf("%q comes twice, or is no syllable in the old style", s)
		}
		seen[s] = true
	}
	for _, s := range []string{"hòa", "quý", "gì", "nghiêng", "xoong", "đắk"} {
		if !seen[s] {
			t.Errorf("%q is missing", s)
		}
	}
	if len(seen) != 19104 {
		t.Errorf("%d syllables, want 19104", len(seen))
	}
	for range Syllables() {
		break // the consumer may stop
	}
}

func TestEverySyllable(t *testing.T) {
	for old, new := range everySyllable {
		if !IsSyllable(old) || !IsSyllable(new) {
			t.Errorf("IsSyllable is false for %q or %q", old, new)
		}
		if got := CanonTone(old); got != old {
			t.Errorf("CanonTone(%q) = %q, want it unchanged", old, got)
		}
		if got := CanonTone(new); got != old {
			t.Errorf("CanonTone(%q) = %q, want %q", new, got, old)
		}
		if key := Key(new); key != Key(old) || Key(key) != key {
			t.Errorf("Key(%q) = %q, of the old style %q, of the key %q", new, key, Key(old), Key(key))
		}
		if HasMark(old) == isASCII(old) {
			t.Errorf("HasMark(%q) = %t", old, HasMark(old))
		}
	}
}

// TestToneAnywhere puts the tone of each syllable on each of its vowels:
// CanonTone brings it home.
func TestToneAnywhere(t *testing.T) {
	for base, f := range syllables {
		want := withTone(base, nang, int(f.old))
		for i, r := range []rune(base) {
			if letterOf(r).vowel == 0 {
				continue
			}
			if got := CanonTone(withTone(base, nang, i)); got != want {
				t.Errorf("CanonTone(%q) = %q, want %q", withTone(base, nang, i), got, want)
			}
		}
	}
}

func TestIsASCIISyllable(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{"nguyen", true},
		{"duong", true},
		{"quyet", true},
		{"soi", true},
		{"coong", false}, // a loan rime, or Telex for công
		{"khoong", false},
		{"hdnd", false},
		{"tw", false},
		{"dd", false},
		{"", false},
	} {
		if got := IsASCIISyllable(tt.in); got != tt.want {
			t.Errorf("IsASCIISyllable(%q) = %t, want %t", tt.in, got, tt.want)
		}
	}
}

func TestKey(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Hoà", "hòa"},
		{"THUỶ", "thủy"},
		{"kỹ", "kĩ"},
		{"KY\u0303", "kĩ"}, // decomposed
		{"quý", "quí"},
		{"qúy", "quí"}, // the mark on the onset's u
		{"Ðảng", "đảng"},
		{"HĐND", "hđnd"},
		{"", ""},
		{"tư\u00ADtưởng", "tưtưởng"},
	} {
		if got := Key(tt.in); got != tt.want {
			t.Errorf("Key(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestCanonHorn(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"đuơng", "đương"},
		{"nguơi", "ngươi"},
		{"nguời", "người"},
		{"ngừoi", "người"}, // the other letter has the horn, and the tone
		{"trưòng", "trường"},
		{"đuợc", "được"},
		{"huơu", "hươu"},
		{"nguờì", "nguờì"}, // two tones
		{"thuở", "thuở"},   // a syllable as it stands
		{"huơ", "huơ"},
		{"quơ", "quơ"}, // its u belongs to qu
		{"quơng", "quơng"},
		{"luợt", "lượt"}, // uơt is a rime of loan words that nobody writes
		{"vuợt", "vượt"},
		{"truợt", "trượt"},
		{"muợt", "mượt"},
		{"quợt", "quợt"}, // but here the u belongs to qu
		{"duong", "duong"},
		{"đường", "đường"},
		{"đuờn", "đườn"},
		{"xuơngx", "xuơngx"},
		{"uơ", "uơ"},
		{"nguyễnguờingười", "nguyễnguờingười"},
		{"", ""},
	} {
		if got := CanonHorn(tt.in); got != tt.want {
			t.Errorf("CanonHorn(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Whatever syllable with ươ loses one horn is put right, unless it is another
// syllable then; and no syllable is changed but those of the loan rime uơt.
func TestCanonHornOfEverySyllable(t *testing.T) {
	lose := func(s string, horn, plain rune) string {
		runes := []rune(s)
		for i, r := range runes {
			if l := letterOf(r); l.vowel == letterOf(horn).vowel {
				runes[i] = letter{letterOf(plain).vowel, l.tone}.rune()
				break
			}
		}
		return string(runes)
	}
	repaired := 0
	for old, new := range everySyllable {
		if strings.Contains(Fold(old, Toneless), "uơt") && !strings.HasPrefix(old, "q") {
			continue // the loan rime, which gives way
		}
		if CanonHorn(old) != old || CanonHorn(new) != new {
			t.Errorf("CanonHorn changes %q or %q", old, new)
		}
		if !strings.Contains(Fold(old, Toneless), "ươ") {
			continue
		}
		for _, typed := range []string{lose(old, 'ư', 'u'), lose(old, 'ơ', 'o')} {
			if sp, ok := spell(typed); ok && !sp.frame.loan {
				continue
			}
			if got := CanonHorn(typed); got != old {
				t.Errorf("CanonHorn(%q) = %q, want %q", typed, got, old)
			}
			repaired++
		}
	}
	if repaired < 1000 {
		t.Errorf("only %d were put right", repaired)
	}
}

func TestHasMark(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{"tu soi", false},
		{"tư soi", true},
		{"dang", false},
		{"đang", true},
		{"Ðang", true},    // Eth typed for Đ
		{"a\u0301", true}, // decomposed
		{"m\u0300", true}, // a tone on a consonant
		{"Müller", false}, // a mark of another language
		{"“tu soi”", false},
	} {
		if got := HasMark(tt.in); got != tt.want {
			t.Errorf("HasMark(%q) = %t, want %t", tt.in, got, tt.want)
		}
	}
}

func TestSlug(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Bắc Giang", "bac-giang"},
		{"Thừa Thiên – Huế", "thua-thien-hue"},
		{"TP. Hồ Chí Minh", "tp-ho-chi-minh"},
		{"  Đắk Lắk ", "dak-lak"},
		{"M'Drăk", "m-drak"},
		{"!?", ""},
		{"", ""},
	} {
		if got := Slug(tt.in); got != tt.want {
			t.Errorf("Slug(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range []string{"Hoà", "qúy", "thừơng", "hòà", "khuỷu", "KỸ", "ǵia", "đuợc", "trưòng"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		exact := Fold(s, Exact)
		canon := CanonTone(exact)
		if CanonTone(canon) != canon {
			t.Errorf("CanonTone is not stable on %q", exact)
		}
		if Fold(canon, Toneless) != Fold(exact, Toneless) {
			t.Errorf("CanonTone(%q) = %q changes more than the tone's place", exact, canon)
		}
		if canon != exact && !IsSyllable(canon) {
			t.Errorf("CanonTone made %q, no syllable, of %q", canon, exact)
		}
		if horn := CanonHorn(exact); horn != exact && (!IsSyllable(horn) || Fold(horn, ASCII) != Fold(exact, ASCII)) {
			t.Errorf("CanonHorn made %q of %q", horn, exact)
		}
		key := Key(s)
		if Key(key) != key {
			t.Errorf("Key(%q) = %q, but the key of that is %q", s, key, Key(key))
		}
		if got := strings.ReplaceAll(Fold(key, ASCII), "y", "i"); got != strings.ReplaceAll(Fold(s, ASCII), "y", "i") {
			t.Errorf("Key(%q) = %q changes a letter", s, key)
		}
	})
}
