package place

import (
	"strings"

	"soi/analyzer/place"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// News names provinces in passing: where a minister once was secretary, where
// a university is. A province that wins the vote is the document's only if it
// is named where one looks first, or often enough for the document's length.
// The limits were set on news articles with labels, half of which were kept
// out of it.
const (
	shortBody  = 2000 // bytes of a text so short that it names nothing in passing
	atOnce     = 300  // bytes into the body
	earlyOn    = 700
	denseLeast = 4.0  // mentions
	denseBytes = 1000 // of the body a mention
	earlyLeast = 2.0
	earlyBytes = 2000
	officeHalf = 0.5 // an office that a person holds, "Bí thư Tỉnh ủy X"

	centralBytes = 800 // of the body a mention, where the document is about a central body
)

// prominent reports whether the document names the province other than in
// passing.
func (l *location) prominent(province string) bool {
	if l.titled(province) || l.lead != nil {
		return true // a title that begins with a local body is a report of that place
	}
	s := l.support(province)
	size := float64(s.length)
	switch {
	case l.central(province):
		return s.called >= 0 && s.called <= atOnce && s.concrete() >= max(denseLeast, size/centralBytes)
	case l.national():
		return s.dense(centralBytes)
	case s.length < shortBody:
		return s.first < s.length/2 || s.plain >= 2 // a biography ends with the offices once held
	case s.first < 0: // the host or a caption has it
		return false
	case s.first <= earlyOn && s.mentions >= max(earlyLeast, size/earlyBytes), s.first <= atOnce && s.acts:
		return true
	}
	return s.dense(denseBytes)
}

// support is what the body says of a province.
type support struct {
	length   int     // of the body in bytes
	first    int     // where the province is first named with a marker, in bytes of the body; -1 nowhere
	called   int     // and where with or without one
	acts     bool    // as a body that acts
	plain    int     // mentions that are no offices and in no list
	mentions float64 // with a marker; an office counts half, one of a list not
	bare     float64 // without
}

// concrete counts the mentions that tell of the province itself and not of a
// person who holds or held an office there.
func (s support) concrete() float64 { return float64(s.plain) + s.bare }

// dense reports whether a mention stands in each so many bytes of the body,
// and not only in its second half.
func (s support) dense(bytes float64) bool {
	return s.mentions+s.bare >= max(denseLeast, float64(s.length)/bytes) && s.first < s.length/2
}

func (l *location) support(province string) support {
	s := support{first: -1, called: -1}
	for _, span := range l.bodySpans() {
		marked := map[int]bool{} // ends of names with a marker
		for _, m := range l.mentions {
			if m.span.Start < span.Start || m.span.End > span.End || !l.isOf(m, province) {
				continue
			}
			if marked[m.span.End] = true; s.first < 0 {
				s.first, s.acts = s.length+m.span.Start-span.Start, m.acting && !m.office
			}
			s.mentions += m.share()
			if m.share() == 1 {
				s.plain++
			}
		}
		l.names(span, func(m mention) {
			if !l.isOf(m, province) {
				return
			}
			if s.called < 0 {
				s.called = s.length + m.span.Start - span.Start
			}
			if !marked[m.span.End] {
				s.bare += m.share()
			}
		})
		s.length += span.Len()
	}
	if s.first >= 0 && (s.called < 0 || s.first < s.called) {
		s.called = s.first
	}
	return s
}

// share is what a mention adds to a province's support.
func (m mention) share() float64 {
	switch {
	case m.listed:
		return 0
	case m.office:
		return officeHalf
	}
	return 1
}

// isOf reports whether a mention names the province or a district of it alone.
func (l *location) isOf(m mention, province string) bool {
	if m.plural || m.institution {
		return false
	}
	if m.province.Name != "" {
		name, _ := l.ofDate(m.province, schema.Evidence{})
		return name == province
	}
	of := l.provincesOf(m)
	if len(of) != 1 {
		return false
	}
	p, ok := place.FindProvince(of[0])
	name, _ := l.ofDate(p, schema.Evidence{})
	return ok && name == province
}

// titled reports whether the title, a header line or the host names the
// province.
func (l *location) titled(province string) bool {
	for _, p := range []place.Province{l.prefix.province, l.host()} {
		if name, _ := l.ofDate(p, schema.Evidence{}); p.Name != "" && name == province {
			return true
		}
	}
	if len(l.prefix.districts) > 0 && l.isOf(mention{districts: l.prefix.districts}, province) {
		return true
	}
	for _, m := range l.mentions {
		if m.inTitle && l.isOf(m, province) {
			return true
		}
	}
	named := false
	l.names(schema.Span{Start: 0, End: l.title.End}, func(m mention) {
		m.institution = false // in a title it is what the document is about
		named = named || l.isOf(m, province)
	})
	return named
}

// rivalled reports whether the title names another province.
func (l *location) rivalled(province string) bool {
	for _, m := range l.mentions {
		if m.inTitle && m.province.Name != "" && !l.isOf(m, province) && !m.institution {
			return true
		}
	}
	rival := false
	l.names(l.title, func(m mention) { rival = rival || !m.institution && !l.isOf(m, province) })
	return rival
}

// bodySpans are the parts of the text that mentions are looked for in.
func (l *location) bodySpans() []schema.Span {
	if len(l.doc.Body) == 0 && l.title.Len() == 0 {
		return []schema.Span{{Start: 0, End: len(l.doc.Text)}}
	}
	return l.doc.Body
}

// names calls found with each province that is named in a span, with or
// without a marker; not with Hồ Chí Minh, which is a person too.
func (l *location) names(span schema.Span, found func(mention)) {
	if span.Of(l.doc.Text) == "" {
		return
	}
	text := l.doc.Text[:span.End]
	for i := span.Start; i < span.End; {
		start, end := nextWord(text, i)
		if start == end {
			break
		}
		i = end
		if !isName(text[start:end]) {
			continue
		}
		if p, e, ok := place.ProvinceAt(text, start); ok {
			if p.Name != "Hồ Chí Minh" {
				m := mention{span: schema.Span{Start: start, End: e}, province: p}
				m.weigh(text, span.Start)
				found(m)
			}
			i = e
		}
	}
}

// offices and institutions are the words before a marker, in the form of
// viet.Key, that make the place an office's or an institution's and no actor.
var offices, institutions = keys("bí thư|chủ tịch|giám đốc|trưởng ban|trưởng đoàn|đại biểu|chủ nhiệm"),
	keys("đại học|học viện|cao đẳng|bệnh viện|xuất bản|ngân hàng|đh|đhqg")

func keys(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.SplitSeq(words, "|") {
		var parts []string
		for part := range strings.FieldsSeq(word) {
			parts = append(parts, viet.Key(part))
		}
		set[strings.Join(parts, " ")] = true
	}
	return set
}

// maxBefore is how many words before a marker are looked at for an office.
const maxBefore = 8

// weigh looks at the words before the marker for an office, an institution,
// and a list of provinces.
func (m *mention) weigh(text string, from int) {
	at, last := m.span.Start, ""
	for range maxBefore {
		start, end := previousWord(text, from, at)
		if start == end || !blank(text[end:at]) && text[end:at] != ". " {
			break
		}
		key := viet.Key(text[start:end])
		pair := key + " " + last
		m.office = m.office || offices[pair]
		m.institution = m.institution || institutions[pair] || institutions[key]
		at, last = start, key
	}
	m.listed = m.afterProvince(text, from)
}

// afterProvince reports whether another province stands right before the
// marker, after a comma or the like: "Kiên Giang, TP HCM".
func (m *mention) afterProvince(text string, from int) bool {
	end := from + len(strings.TrimRight(text[from:m.span.Start], " ;,\u00a0"))
	if end == m.span.Start || !strings.ContainsAny(text[end:m.span.Start], ",;") {
		return false
	}
	const longest = 4 // words: Bà Rịa - Vũng Tàu
	at := end
	for range longest {
		start, wordEnd := previousWord(text, from, at)
		if start == wordEnd {
			return false
		}
		if _, e, ok := place.ProvinceAt(text, start); ok && e == end {
			return true
		}
		at = start
	}
	return false
}
