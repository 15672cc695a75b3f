package viet

import "unicode/utf8"

// A vowel numbers the twelve vowel letters from 1, in dictionary order; 0 is
// no vowel.
type vowel uint8

// A tone numbers the six tones; the zero tone has no mark.
type tone uint8

const (
	ngang tone = iota // no mark
	huyen             // huyền, U+0300
	hoi               // hỏi, U+0309
	nga               // ngã, U+0303
	sac               // sắc, U+0301
	nang              // nặng, U+0323
	tones = iota
)

// vowelLetters holds every vowel letter under every tone in lower case, a row
// a vowel, a column a tone.
var vowelLetters = [...][tones]rune{
	1:  {'a', 'à', 'ả', 'ã', 'á', 'ạ'},
	2:  {'ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'},
	3:  {'â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'},
	4:  {'e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'},
	5:  {'ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'},
	6:  {'i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'},
	7:  {'o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'},
	8:  {'ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'},
	9:  {'ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'},
	10: {'u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'},
	11: {'ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'},
	12: {'y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'},
}

// The combining marks of Vietnamese: five tones, three shapes, and the
// strokes that turn d into đ.
const (
	markGrave      = '\u0300'
	markAcute      = '\u0301'
	markCircumflex = '\u0302'
	markTilde      = '\u0303'
	markBreve      = '\u0306'
	markDot        = '\u0307' // over i it says nothing
	markHook       = '\u0309'
	markHorn       = '\u031B'
	markDotBelow   = '\u0323'
	markStroke     = '\u0335'
	markLongStroke = '\u0336'
	markSlash      = '\u0338'
	markGraveOld   = '\u0340' // canonically markGrave
	markAcuteOld   = '\u0341' // canonically markAcute
)

// A letter is a vowel letter taken apart; the zero letter is none.
type letter struct {
	vowel vowel
	tone  tone
}

// letters takes the lower-case vowel letters apart: those of ASCII by their
// code, the others by their place in the direct tables.
var letters = func() (t struct {
	ascii  [utf8.RuneSelf]letter
	direct [directSize]letter
}) {
	for v, row := range vowelLetters {
		for tn, r := range row {
			switch l := (letter{vowel(v), tone(tn)}); {
			case r == 0: // the row of no vowel
			case r < utf8.RuneSelf:
				t.ascii[r] = l
			default:
				t.direct[directIndex(r)] = l
			}
		}
	}
	return t
}()

// letterOf takes the lower-case letter r apart. It returns the zero letter
// for everything that is not a vowel letter of Vietnamese.
func letterOf(r rune) letter {
	if r >= 0 && r < utf8.RuneSelf {
		return letters.ascii[r]
	}
	if i := directIndex(r); i >= 0 {
		return letters.direct[i]
	}
	return letter{}
}

// rune is the composed letter.
func (l letter) rune() rune { return vowelLetters[l.vowel][l.tone] }

// marked reports whether the vowel has a shape: ă â ê ô ơ ư.
func (v vowel) marked() bool {
	switch v {
	case 2, 3, 5, 8, 9, 11:
		return true
	}
	return false
}

// add puts the combining mark m on l. It reports false when m is no mark of
// Vietnamese or l has no place for it.
func (l letter) add(m rune) (letter, bool) {
	if t := toneOf(m); t != ngang {
		if l.tone != ngang {
			return l, false
		}
		l.tone = t
		return l, true
	}
	v := l.vowel.shaped(m)
	if v == 0 {
		return l, false
	}
	l.vowel = v
	return l, true
}

// toneOf is the tone that the combining mark m stands for; ngang for none.
func toneOf(m rune) tone {
	switch m {
	case markGrave, markGraveOld:
		return huyen
	case markHook:
		return hoi
	case markTilde:
		return nga
	case markAcute, markAcuteOld:
		return sac
	case markDotBelow:
		return nang
	}
	return ngang
}

// shaped is the plain vowel v with the shape m; 0 where that is no letter of
// Vietnamese.
func (v vowel) shaped(m rune) vowel {
	base := vowelLetters[v][ngang]
	switch {
	case m == markBreve && base == 'a':
		return v + 1
	case m == markCircumflex && base == 'a':
		return v + 2
	case m == markCircumflex && (base == 'e' || base == 'o'):
		return v + 1
	case m == markHorn && base == 'o':
		return v + 2
	case m == markHorn && base == 'u':
		return v + 1
	}
	return 0
}

// HasMark reports whether s, folded to Exact, has a letter of Vietnamese that
// is not plain ASCII, or a Vietnamese mark on any other letter. Foreign
// letters such as ü do not count.
func HasMark(s string) bool {
	if isASCII(s) {
		return false
	}
	for _, r := range Fold(s, Exact) {
		if r < utf8.RuneSelf {
			continue
		}
		if r == 'đ' || letterOf(r).vowel != 0 || toneOf(r) != ngang ||
			r == markBreve || r == markCircumflex || r == markHorn {
			return true
		}
	}
	return false
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
