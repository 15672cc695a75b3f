package cite

import (
	"slices"
	"strings"
)

// A bodyNode is a node of the tree of bodies' names, one word an edge.
type bodyNode struct {
	next map[string]*bodyNode // by folded word
	ends bool                 // a name ends here
	abbr string               // its abbreviation in codes, with a "?" if it depends on the city; "" unknown
}

// add adds a folded name; its punctuation is no part of it.
func (n *bodyNode) add(name, abbr string) {
	words := strings.FieldsFunc(name, func(r rune) bool { return !isLetter(r) })
	for _, word := range words {
		child := n.next[word]
		if child == nil {
			child = &bodyNode{}
			if n.next == nil {
				n.next = map[string]*bodyNode{}
			}
			n.next[word] = child
		}
		n = child
	}
	n.ends, n.abbr = true, abbr
}

// A body is an issuing body named in words.
type body struct {
	start, end int    // with the place and the congress that follow the name
	place      string // "tỉnh Quảng Nam"; "" none
	abbr       string // "TW"; "" where the words do not tell
	cityAbbr   string // abbr if the city is under the Centre; "" elsewhere
	term       string // "XIII" of "Đảng khóa XIII"; "" none
}

// maxPlaceWords bounds the words of a place after a body: "tỉnh Bà Rịa - Vũng
// Tàu" has the longest name.
const maxPlaceWords = 6

// readBody reads the body that is named at i: "Ban Thường vụ Tỉnh ủy Quảng
// Nam", "Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XIII".
func readBody(text string, i int) (body, bool) {
	start, _ := wordAfter(text, i)
	b := body{start: start}
	end, abbr, ok := matchName(text, skipHead(text, start))
	if !ok {
		return body{}, false
	}
	b.end, b.abbr = end, abbr
	if city, depends := strings.CutSuffix(abbr, "?"); depends {
		b.abbr, b.cityAbbr = "", city
	}
	if issuersByAbbr[Key(b.abbr)].Level != "central" {
		b.place, b.end = readPlace(text, end)
		if b.place == "" {
			b.place = cityIn(text, start, end)
		}
	}
	if term, e := congressAfter(text, b.end); term != "" {
		b.term, b.end = term, e
	}
	return b, true
}

// cityIn returns the city of a body whose name in the table has it: "Thành ủy
// Đà Nẵng"; "" for others.
func cityIn(text string, start, end int) string {
	for i := start; i < end; {
		if p, ok := skipWords(text, i, "thanh", "uy"); ok && p < end {
			return text[p:end]
		}
		if _, i = wordAfter(text, i); !letterAt(text, skipSpaces(text, i)) {
			break
		}
	}
	return ""
}

// skipHead skips what may stand before a body's name: "Hội nghị lần thứ tư",
// "Bộ trưởng".
func skipHead(text string, i int) int {
	if p, ok := skipWords(text, i, "hoi", "nghi"); ok {
		i = p
		if p, ok := skipWords(text, i, "lan", "thu"); ok {
			if start, end := wordAfter(text, p); end > start {
				return end
			}
			return readDigits(text, p, 2)
		}
		return i
	}
	if p, ok := skipWords(text, i, "bo", "truong"); ok {
		return p
	}
	return i
}

// matchName returns the end and the abbreviation of the longest name at i.
func matchName(text string, i int) (end int, abbr string, ok bool) {
	node := bodies
	for node.next != nil {
		start, e := wordAfter(text, i)
		var next *bodyNode
		if p, ok := readCentral(text, start); ok {
			if next = node.next["trung"]; next != nil {
				next, e = next.next["uong"], p
			}
		} else {
			if start == e && i > 0 { // "Văn hóa, Thể thao", "Lao động - Thương binh"
				start, e = wordAfter(text, skipJoint(text, i))
			}
			next = node.next[fold(text[start:e])]
		}
		if next == nil || start == e {
			break
		}
		if node = next; node.ends {
			end, abbr, ok = e, node.abbr, true
		}
		i = e
	}
	return end, abbr, ok
}

// readCentral reads TW, TƯ or T.Ư, which is Trung ương, at i. In small letters
// tư is a word: "Bộ Tư pháp".
func readCentral(text string, i int) (end int, ok bool) {
	if i >= len(text) || text[i]|0x20 != 't' {
		return i, false
	}
	part, ok := readIssuer(text, i)
	if !ok || part.canon != "TW" {
		return i, false
	}
	return part.end, !strings.ContainsAny(text[i:part.end], "ưu")
}

// skipJoint skips a comma, an ampersand or a dash between the words of one name.
func skipJoint(text string, i int) int {
	if p := skipDash(text, skipSpace(text, i)); p > skipSpace(text, i) {
		return p
	}
	if i < len(text) && (text[i] == ',' || text[i] == '&') {
		return i + 1
	}
	return i
}

// readPlace reads the place after a body: a unit's word in small letters or
// capitals ("tỉnh", "thị xã"), then words with capitals.
func readPlace(text string, i int) (place string, end int) {
	first, _ := wordAfter(text, i)
	unit := skipUnit(text, first)
	end, words := unit, 0
	for n := 0; n < maxPlaceWords; n++ {
		start, e := wordAfter(text, end)
		if start == e {
			break
		}
		if !upperAt(text, start) {
			break
		}
		// A type or another body begins a new phrase: "Tỉnh ủy Kết luận số".
		if _, _, ok := matchName(text, start); ok || typeStarts(text, start) || goesOn(text, end) {
			break
		}
		end, words = e, words+1
	}
	// One word before small letters is the head of something else ("Đảng ủy
	// Tập đoàn"); only Huế is a name of one word.
	if next, _ := wordAfter(text, end); words == 1 && unit == first && letterAt(text, next) && fold(text[first:end]) != "hue" {
		end = first
	}
	if end <= first {
		return "", i
	}
	return text[first:end], end
}

// goesOn reports whether the sentence goes on behind a place at i. In a heading
// in capitals nothing else tells the place's end: "CỦA HUYỆN ỦY TIÊN PHƯỚC VỀ
// THỰC HIỆN". Neither word begins a name of a place.
func goesOn(text string, i int) bool {
	switch keyAfter(text, i) {
	case "về", "đã", "khóa", "nhằm", "được":
		return true
	}
	switch keysAfter(text, i) {
	case "ban hành", "thực hiện", "triển khai", "tổ chức", "quán triệt", "tổng kết", "sơ kết", "tăng cường", "tiếp tục", "giai đoạn", "nhiệm kỳ":
		return true
	}
	return false
}

// skipUnit skips the word for a unit: tỉnh, huyện, thị xã, thành phố …
func skipUnit(text string, i int) int {
	for _, unit := range [...][]string{
		{"tinh"}, {"huyen"}, {"quan"}, {"xa"}, {"phuong"}, {"khoi"}, {"tp"},
		{"thanh", "pho"}, {"thi", "xa"}, {"thi", "tran"}, {"dac", "khu"},
	} {
		end, ok := i, true
		for _, word := range unit {
			start, e := wordAfter(text, end)
			if ok = start < e && fold(text[start:e]) == word; !ok {
				break
			}
			end = e
		}
		if ok {
			if unit[0] == "tp" && end+1 < len(text) && text[end] == '.' && letterAt(text, skipSpace(text, end+1)) { // TP.HCM, TP. Huế
				end++
			}
			return end
		}
	}
	return i
}

// typeStarts reports whether a type's name of two words begins at i.
func typeStarts(text string, i int) bool {
	_, e := wordAfter(text, i)
	start, end := wordAfter(text, e)
	if start == end {
		return false
	}
	_, ok := typesByName[fold(text[i:e])+" "+fold(text[start:end])]
	return ok
}

// congressAfter reads "khóa XIII", "(khoá X)" or ", khóa XII" at i.
func congressAfter(text string, i int) (term string, end int) {
	p := skipSpace(text, i)
	if p < len(text) && text[p] == ',' {
		p = skipSpace(text, p+1)
	}
	paren := p < len(text) && text[p] == '('
	if paren {
		p++
	}
	p, ok := skipWord(text, p, "khoa")
	if !ok {
		return "", i
	}
	term, end = readRoman(text, p)
	if term == "" {
		return "", i
	}
	if q := skipSpace(text, end); paren && q < len(text) && text[q] == ')' {
		end = q + 1
	}
	return term, end
}

// romans are the congress numbers that readRoman knows, from VI.
var romans = [...]string{"VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"}

// readRoman reads a congress number from VI to XX, in capitals or small
// letters, or in digits ("khóa 12").
func readRoman(text string, i int) (roman string, end int) {
	if e, ok := bareNumber(text, i); ok && e-i <= 2 {
		if n := number(text[i:e]) - 6; n >= 0 && n < len(romans) {
			return romans[n], e
		}
		return "", i
	}
	w, ok := readCodeWord(text, i)
	if !ok || w.horn || digitAt(text, w.end) {
		return "", i
	}
	if roman = string(w.ascii()); slices.Contains(romans[:], roman) {
		return roman, w.end
	}
	return "", i
}
