package viet

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

//go:embed syllables.txt
var syllableRules string

// A frame is what the rules know of a syllable without its tone.
type frame struct {
	tones    uint8 // a bit for each tone it can bear
	old, new uint8 // rune index of the tone letter in the old and the new style
	loan     bool  // only in loan words and highland names
}

const (
	anyTone  = 1<<tones - 1
	stopTone = 1<<sac | 1<<nang // before a final c, ch, k, p or t
)

// syllables maps each syllable without its tone, shapes kept ("hoa", "nươc"),
// to its frame. plainSyllables has those that are no loans without any marks.
var syllables, plainSyllables = buildSyllables(parseRules(syllableRules))

// parseRules reads the table of sounds: the entries of each line by its name.
func parseRules(text string) map[string][]string {
	rules := map[string][]string{}
	name := ""
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		if fields[0] != "+" {
			name = fields[0]
		}
		rules[name] = append(rules[name], fields[1:]...)
	}
	return rules
}

// buildSyllables joins onsets and rimes.
func buildSyllables(rules map[string][]string) (frames map[string]frame, plain map[string]bool) {
	frames = make(map[string]frame, 4500)
	plain = make(map[string]bool, 1500)
	join := func(onset, rime string, loan bool) {
		if _, known := frames[onset+rime]; !known {
			frames[onset+rime] = newFrame(onset, rime, loan)
		}
		if !loan {
			plain[Fold(onset+rime, ASCII)] = true
		}
	}
	joinAll := func(onsets, rimes []string, loan bool) {
		for _, onset := range onsets {
			for _, rime := range rimes {
				if spelled(onset, rime) {
					join(onset, rime, loan)
				}
			}
		}
	}
	none := []string{""}
	onsets := append(none, rules["onset"]...)
	for _, class := range []string{"open", "nasal", "stop"} {
		joinAll(onsets, rules[class], false)
	}
	joinAll(append(none, rules["glide-onset"]...), rules["glide"], false)
	joinAll(append(none, rules["y-onset"]...), []string{"y"}, false)
	joinAll(none, rules["bare"], false)
	for _, rime := range rules["g"] {
		join("g", rime, false) // gì, gìn: the i of gi is the vowel
	}
	for _, onset := range []string{"qu", "gi"} {
		for _, rime := range rules[onset] {
			join(onset, rime, false)
		}
	}
	joinAll(onsets, rules["loan"], true)
	joinAll(rules["loan-glide-onset"], rules["glide"], true)
	joinAll(onsets, []string{"y"}, true)
	return frames, plain
}

// spelled reports whether the spelling rules let onset stand before rime:
// c, g and ng write before a o u what k, gh and ngh write before e i y.
func spelled(onset, rime string) bool {
	r, _ := utf8.DecodeRuneInString(rime)
	front := strings.ContainsRune("eêiy", r)
	switch onset {
	case "c", "g", "ng":
		return !front
	case "k", "gh", "ngh":
		return front
	case "":
		return !strings.HasPrefix(rime, "iê") // written yê
	}
	return true
}

// newFrame works out which tones a syllable bears, and where.
func newFrame(onset, rime string, loan bool) frame {
	f := frame{tones: anyTone, loan: loan}
	switch last := rime[len(rime)-1]; last {
	case 'c', 'k', 'p', 't':
		f.tones = stopTone
	case 'h':
		if strings.HasSuffix(rime, "ch") {
			f.tones = stopTone
		}
	}
	n := utf8.RuneCountInString(onset)
	old, new := toneLetter(rime)
	f.old, f.new = uint8(n+old), uint8(n+new)
	return f
}

// toneLetter is the rune index in rime of the letter that bears the tone, in
// the old and in the new style. The styles differ for oa, oe and uy only.
func toneLetter(rime string) (old, new int) {
	vowels, marked := 0, -1
	runes := []rune(rime)
	for i, r := range runes {
		v := letterOf(r).vowel
		if v == 0 {
			break
		}
		if v.marked() {
			marked = i // of ươ the second
		}
		vowels++
	}
	coda := vowels < len(runes)
	switch {
	case marked >= 0:
		return marked, marked
	case vowels == 1:
		return 0, 0
	case vowels == 3 || coda:
		return 1, 1
	case rime == "oa" || rime == "oe" || rime == "uy":
		return 0, 1
	}
	return 0, 0
}

// maxSyllable is longer in bytes than any syllable: "nghuyễng" has 10.
const maxSyllable = 16

// A spelling is a lower-case NFC word taken apart.
type spelling struct {
	frame frame
	base  [maxSyllable]byte // the word without its tone
	size  int               // bytes of base
	tone  tone              // the only tone; ngang when there is none
	at    int               // rune index of the letter under the tone
}

// spell takes the word s apart. It reports false when s has two tones or is
// no syllable under its tone.
func spell(s string) (spelling, bool) {
	var sp spelling
	if len(s) == 0 || len(s) > maxSyllable {
		return sp, false
	}
	base := sp.base[:0]
	index := 0
	for _, r := range s {
		if l := letterOf(r); l.tone != ngang {
			if sp.tone != ngang {
				return sp, false
			}
			sp.tone, sp.at = l.tone, index
			r = letter{vowel: l.vowel}.rune()
		}
		if len(base)+utf8.RuneLen(r) > maxSyllable {
			return sp, false
		}
		base = utf8.AppendRune(base, r)
		index++
	}
	sp.size = len(base)
	var ok bool
	sp.frame, ok = syllables[string(base)]
	return sp, ok && sp.frame.tones>>sp.tone&1 == 1
}

// IsSyllable reports whether s, in lower case and NFC, is a well-formed
// syllable of Vietnamese: an onset and a rime that go together under a tone
// they can bear, placed in the old or the new style. Loan rimes (xoong, buýt)
// and the final k of highland names (Đắk Lắk) are included.
func IsSyllable(s string) bool {
	sp, ok := spell(s)
	if !ok || sp.tone == ngang {
		return ok
	}
	return sp.at == int(sp.frame.old) || sp.at == int(sp.frame.new)
}

// IsASCIISyllable reports whether s could be a syllable typed without its
// marks: "nguyen", "duong". Loan rimes are left out, because they would make
// syllables of Telex keys such as "khoong".
func IsASCIISyllable(s string) bool { return plainSyllables[s] }

// CanonTone returns the syllable s, in lower case and NFC, with its tone mark
// in the place that the old style gives it: hoà is hòa, thuỷ is thủy. Marks on
// a wrong letter are put right (cuả is của). What is no syllable, or has two
// tones, comes back as it is. No two different words become one.
func CanonTone(s string) string {
	sp, ok := spell(s)
	if !ok || sp.tone == ngang || sp.at == int(sp.frame.old) {
		return s
	}
	var buf [maxSyllable]byte
	out := buf[:0]
	index := 0
	for _, r := range string(sp.base[:sp.size]) {
		if index == int(sp.frame.old) {
			r = letter{letterOf(r).vowel, sp.tone}.rune()
		}
		out = utf8.AppendRune(out, r)
		index++
	}
	return string(out)
}

// CanonHorn returns the word s, in lower case and NFC, with the horn that a
// typing error has left off one letter of ươ: đuợc is được, trưòng is trường.
// Only what is no syllable and becomes one that way is changed, and so are
// neither duong, which has no horn, nor thuở, which ends in uơ. The loan rime
// uơt is no syllable here: nobody writes it, and luợt is lượt typed badly.
//
// Edited news has one such error in 150,000 words. It is for queries, which
// people type in a hurry; an index holds what documents say.
func CanonHorn(s string) string {
	if sp, ok := spell(s); ok && !sp.frame.loan || len(s) > maxSyllable {
		return s
	}
	u, o := letterOf('u').vowel, letterOf('o').vowel
	uHorn, oHorn := letterOf('ư').vowel, letterOf('ơ').vowel
	runes := []rune(s)
	for i := 1; i < len(runes); i++ {
		first, second := letterOf(runes[i-1]), letterOf(runes[i])
		if first.vowel == u && second.vowel == oHorn || first.vowel == uHorn && second.vowel == o {
			runes[i-1], runes[i] = letter{uHorn, first.tone}.rune(), letter{oHorn, second.tone}.rune()
			whole := string(runes)
			if _, ok := spell(whole); ok {
				return CanonTone(whole)
			}
			return s
		}
	}
	return s
}

// CanonIY returns the key under which a final i and a final y meet: kỹ and kĩ
// are kĩ, quý and quí are quí. It changes y only where it ends an open
// syllable right after h, k, l, m, s, t or qu; elsewhere the two letters tell
// words apart (thúy, thúi) or names (Vy, Thy). s is one syllable in lower
// case and NFC, after CanonTone.
func CanonIY(s string) string {
	last, n := utf8.DecodeLastRuneInString(s)
	l := letterOf(last)
	if vowelLetters[l.vowel][ngang] != 'y' {
		return s
	}
	switch onset := s[:len(s)-n]; onset {
	case "h", "k", "l", "m", "s", "t", "qu":
		return onset + string(letter{letterOf('i').vowel, l.tone}.rune())
	}
	return s
}

// Key returns the term under which an index holds the word s: folded to
// Exact, with one tone placement and one spelling of a final i.
func Key(s string) string { return CanonIY(CanonTone(Fold(s, Exact))) }
