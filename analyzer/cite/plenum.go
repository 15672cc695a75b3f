package cite

import "strconv"

// maxPlenum is the highest number of a plenum; the eleventh term had fifteen
// in all, no term more.
const maxPlenum = 20

// plenum adds the resolutions named by their plenum at i, where the plenum's
// number stands: "Nghị quyết Trung ương 4 (khóa XII)", "NQ TW4 khóa XII",
// "Nghị quyết Hội nghị Trung ương 5, 6 … khóa XIII" (two). The code made for
// them, NQTW4-XII, is Soi's own; a conclusion's is KLTW4-XII.
func (f *finder) plenum(i int) int {
	m, ok := gluedPlenum(f.text, i, f.floor)
	if !ok {
		p, central := centralBefore(f.text, i, f.floor)
		if !central {
			return f.meeting(i)
		}
		if m, ok = plenumType(f.text, p, f.floor); !ok {
			return i
		}
	}
	first, ok := plenumNumber(f.text, i)
	if !ok {
		return i
	}
	if _, ok := scanCode(f.text, i); ok {
		return i // "Nghị quyết Trung ương 10-NQ/TW"
	}
	items := []listItem{{i, first}}
	for len(items) < maxList {
		q := skipListJoint(f.text, items[len(items)-1].end)
		end, ok := plenumNumber(f.text, q)
		if !ok {
			break
		}
		items = append(items, listItem{q, end})
	}
	term, end := plenumCongress(f.text, items[len(items)-1].end)
	if term == "" && len(items) > 1 { // "Trung ương 4, 12 chi bộ": a count
		items = items[:1]
		term, end = plenumCongress(f.text, first)
	}
	f.addPlenums(m, items, term, end)
	return f.floor
}

// addPlenums adds a reference a plenum, then those of further congresses:
// "Trung ương 4 khóa XI, XII".
func (f *finder) addPlenums(m typeMention, items []listItem, term string, end int) {
	start := m.start
	for n, item := range items {
		stop := item.end
		if n == len(items)-1 {
			stop = max(stop, end)
		}
		f.add(plenumReference(m.t, f.text[item.start:item.end], term), start, stop)
		start = skipListJoint(f.text, item.end)
	}
	if term == "" || len(items) > 1 {
		return
	}
	for n := 0; n < maxList; n++ {
		start := skipListJoint(f.text, f.floor)
		if start == f.floor {
			return
		}
		more, stop := readRoman(f.text, start)
		if more == "" {
			return
		}
		f.add(plenumReference(m.t, f.text[items[0].start:items[0].end], more), start, stop)
	}
}

func plenumReference(t directiveType, num, term string) Reference {
	num = strconv.Itoa(number(num))
	r := Reference{
		Code: t.abbr + "TW" + num, Type: t.name, TypeWritten: true, Abbr: t.abbr, Number: num, Issuer: "TW",
		Term: term, Kind: KindPlenum, Confidence: confPlenumOnly,
	}
	if term != "" {
		r.Code += "-" + term
		r.Confidence = confPlenum
	}
	r.Key = r.Code
	return r
}

// plenumNumber reads a plenum's number: one or two digits that are no part of
// anything larger.
func plenumNumber(text string, i int) (end int, ok bool) {
	end, ok = bareNumber(text, i)
	return end, ok && end-i <= 2 && isDigit(text[end-1]) && number(text[i:end]) >= 1 && number(text[i:end]) <= maxPlenum
}

// centralBefore returns the beginning of "Trung ương", TW, TƯ or T.Ư that
// ends at i, a space between or none.
func centralBefore(text string, i, floor int) (int, bool) {
	start, end := wordBefore(text, i)
	if start == end || start < floor {
		return i, false
	}
	if part, ok := readIssuerBefore(text, start, end); ok {
		return part, part >= floor
	}
	if fold(text[start:end]) != "uong" {
		return i, false
	}
	word, before := foldedWordBefore(text, start)
	return before, word == "trung" && before >= floor
}

// readIssuerBefore reports whether the word is TW, TƯ or the end of T.Ư, and
// where it begins.
func readIssuerBefore(text string, start, end int) (int, bool) {
	switch w := text[start:end]; {
	case w == "TW" || w == "TƯ" || w == "TU\u031b" || w == "tw" || w == "Tw":
		return start, true
	case (w == "Ư" || w == "U\u031b" || w == "W") && start >= 2 && text[start-2:start] == "T.":
		return start - 2, !letterBefore(text, start-2)
	}
	return start, false
}

// plenumType reads back from "Trung ương": BCH, "lần thứ tư", "Hội nghị" may
// stand between it and the type word.
func plenumType(text string, i, floor int) (typeMention, bool) {
	p := skipBack(text, i, floor, "bch")
	p = skipBack(text, p, floor, "hanh", "chap", "ban")
	if _, start := foldedWordBefore(text, p); start < p {
		if q := skipBack(text, start, floor, "thu", "lan"); q < start {
			p = q
		}
	}
	if q := skipBack(text, p, floor, "nghi", "hoi"); q < p {
		p = skipBack(text, q, floor, "cua")
	}
	m, ok := typeBefore(text, p, floor)
	if !ok || m.numbered {
		return m, false
	}
	return m, m.t.name == "Nghị quyết" || m.t.name == "Kết luận"
}

// skipBack returns the offset before the words that end at i, given last
// first, or i if others stand there.
func skipBack(text string, i, floor int, words ...string) int {
	p := i
	for _, want := range words {
		word, start := foldedWordBefore(text, p)
		if word != want || start < floor {
			return i
		}
		p = start
	}
	return p
}

// plenumCongress reads the congress of a plenum: "(khóa XII)", "của Ban Chấp
// hành Trung ương Đảng khóa XIII", or one further on in the phrase, which is
// not part of the reference.
func plenumCongress(text string, i int) (term string, end int) {
	t := readTail(text, i)
	if t.term != "" {
		return t.term, t.end
	}
	limit := nextDigit(text, i)
	return partyCongress(text, i, limit, maxRest), i
}
