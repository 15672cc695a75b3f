package keystroke

import "strings"

// tonesOfTelex and tonesOfVNI are the tones sắc, huyền, hỏi, ngã, nặng as
// combining marks.
var (
	tonesOfTelex = map[rune]rune{'s': '\u0301', 'f': '\u0300', 'r': '\u0309', 'x': '\u0303', 'j': '\u0323'}
	tonesOfVNI   = map[rune]rune{'1': '\u0301', '2': '\u0300', '3': '\u0309', '4': '\u0303', '5': '\u0323'}
)

// pressTelex takes one key of Telex. It reports false when the key makes the
// word no syllable.
func (s *syllable) pressTelex(key rune) bool {
	if key < 'a' || key > 'z' {
		return false
	}
	if s.literal {
		s.append(key)
		return true
	}
	switch key {
	case 's', 'f', 'r', 'x', 'j':
		if s.hasVowel() {
			return s.setTone(tonesOfTelex[key], key)
		}
	case 'z':
		if s.tone != 0 {
			s.tone = 0
			return true
		}
	case 'a', 'e', 'o':
		if s.double(key) {
			return true
		}
	case 'd':
		if s.cross(key) {
			return true
		}
	case 'w':
		return s.hook()
	}
	s.append(key)
	return true
}

// setTone puts a tone on the syllable. The same tone a second time takes it
// off and makes key a letter; another one is no way of typing.
func (s *syllable) setTone(tone, key rune) bool {
	switch s.tone {
	case 0:
		s.tone = tone
		return true
	case tone:
		s.tone, s.literal = 0, true
		s.append(key)
		return true
	}
	return false
}

// double makes aa, ee and oo one letter with a circumflex, over the coda and
// the off-glides i, u and y too ("tiene"), but not over a and e: "ngoao". A
// third key makes it two letters again, a fourth two with a circumflex each.
func (s *syllable) double(key rune) bool {
	for i := len(s.letters) - 1; i >= 0; i-- {
		l := &s.letters[i]
		switch {
		case l.base == key && l.shape == 0:
			l.shape = circumflex
			if i > 0 && s.letters[i-1] == (letter{base: key}) {
				s.letters[i-1].shape = circumflex
			}
			return true
		case l.base == key && l.shape == circumflex && i == len(s.letters)-1:
			l.shape = 0
			s.append(key)
			return true
		case l.base == 'a' || l.base == 'e' || l.base == 'o':
			return false
		}
	}
	return false
}

// cross makes the initial d a đ, directly or from the end of the word. One
// more d makes it two again.
func (s *syllable) cross(key rune) bool {
	if len(s.letters) == 0 || s.letters[0].base != 'd' {
		return false
	}
	switch {
	case s.letters[0].shape == 0 && (len(s.letters) == 1 || s.hasVowel()):
		s.letters[0].shape = stroke
		return true
	case s.letters[0].shape == stroke && len(s.letters) == 1:
		s.letters[0].shape, s.literal = 0, true
		s.append(key)
		return true
	}
	return false
}

// hook takes the key w: ư where there is no vowel, else ươ, ă, ơ or ư. A w too
// many would be a letter, and no syllable has one.
func (s *syllable) hook() bool {
	if !s.hasVowel() {
		s.letters = append(s.letters, letter{'u', horn})
		return true
	}
	last := len(s.letters) - 1
	finalUA := last > 0 && s.letters[last].base == 'a' && s.letters[last-1].base == 'u' && !s.isGlide(last-1)
	if s.findUO() < 0 && !finalUA {
		for i := last; i >= 0; i-- {
			switch s.letters[i].base {
			case 'a':
				return s.shapeAt(i, breve)
			case 'o', 'u':
				return s.addHorn()
			}
		}
	}
	return s.addHorn()
}

// addHorn makes uo ươ, else the last o ơ or the last u ư, of uu the first. It
// reports false when there is none without a shape.
func (s *syllable) addHorn() bool {
	if i := s.findUO(); i >= 0 {
		u, o := &s.letters[i], &s.letters[i+1]
		if u.shape == horn && o.shape == horn || o.shape == circumflex {
			return false
		}
		u.shape, o.shape = horn, horn
		return true
	}
	for i := len(s.letters) - 1; i >= 0; i-- {
		switch {
		case s.letters[i].base == 'o':
			return s.shapeAt(i, horn)
		case s.letters[i].base != 'u' || s.isGlide(i):
		case i > 0 && s.letters[i-1] == letter{base: 'u'}:
			return s.shapeAt(i-1, horn)
		default:
			return s.shapeAt(i, horn)
		}
	}
	return false
}

// shapeAt gives the letter at i a shape, unless it has one.
func (s *syllable) shapeAt(i int, sh shape) bool {
	if s.letters[i].shape != 0 {
		return false
	}
	s.letters[i].shape = sh
	return true
}

// pressVNI takes one key of VNI. It reports false when the key makes the word
// no syllable: a digit that finds no letter is one.
func (s *syllable) pressVNI(key rune) bool {
	switch {
	case key >= 'a' && key <= 'z':
		s.append(key)
		return true
	case !s.hasVowel() && key != '9':
		return false
	}
	switch key {
	case '0':
		removed := s.tone != 0
		s.tone = 0
		return removed
	case '1', '2', '3', '4', '5':
		return s.tone == 0 && s.setTone(tonesOfVNI[key], key)
	case '6':
		return s.shapeLast("aeo", circumflex)
	case '7':
		return s.addHorn()
	case '8':
		return s.shapeLast("a", breve)
	case '9':
		return s.cross(key) && !s.literal
	}
	return false
}

// shapeLast gives a shape to the last of the given letters that has none.
func (s *syllable) shapeLast(bases string, sh shape) bool {
	for i := len(s.letters) - 1; i >= 0; i-- {
		if strings.ContainsRune(bases, s.letters[i].base) && s.letters[i].shape == 0 {
			s.letters[i].shape = sh
			return true
		}
	}
	return false
}
